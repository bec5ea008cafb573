import type { Tx } from '@upstander/platform';
import { logins } from './accounts.js';
import { chapters } from './chapters.js';
import { insert } from './insert.js';
import { ana, type DemoPerson } from './people.js';
import { idOf, Random } from './random.js';
import { signupTables } from '@upstander/events';
import { joinVolunteer } from '@upstander/volunteers';

const day = 86_400_000;

/** ZIP codes of each chapter's volunteers, for distances to shifts. */
const postcodes = {
  la: ['90026', '90004', '90011', '90017', '90022', '90033', '90042', '90057'],
  sd: ['92101', '92102', '92104', '92113', '91910', '91911', '92154'],
  ny: ['10002', '10009', '10025', '10031', '10035', '11372', '11375'],
} as const;

/** One in three profiles is empty. */
export async function insertVolunteers(
  tx: Tx,
  people: readonly DemoPerson[],
  { proven, now }: { proven: ReadonlyMap<string, Date>; now: Date },
): Promise<void> {
  const random = new Random(20_261_126);
  const homes = new Random(20_261_128);
  const terms = await tx.query<{ id: string; kind: string }>(
    'SELECT id, kind FROM volunteers.term ORDER BY kind, name',
  );
  const idsOfKind = (kind: string) => terms.filter((term) => term.kind === kind).map(({ id }) => id);
  const sample = (ids: string[], most: number) => random.shuffle(ids).slice(0, random.integerBetween(1, most));
  const rows = people.map((person) => {
    // Ana has volunteered longer than the events of the demo go back.
    const provenAt = person === ana ? new Date(now.valueOf() - 730 * day) : (proven.get(person.id) ?? null);
    const quiet = provenAt === null || (person !== ana && random.next() < 0.33);
    const at = { provenAt, activeAt: provenAt ?? now, createdAt: provenAt ?? now, updatedAt: provenAt ?? now };
    const nothing = {
      languages: [],
      homeChapterId: null,
      postcode: null,
      skillIds: [],
      interestIds: [],
      availability: [],
      minor: false,
    };
    if (quiet) return { ...person, ...at, ...nothing, accessibilityNeeds: null, showsNameToPeers: false, version: 1 };
    return {
      ...person,
      ...at,
      version: 2,
      minor: random.next() < 0.03,
      showsNameToPeers: random.next() < 0.5,
      languages: person.locale === 'es' ? ['es', 'en'] : random.next() < 0.2 ? ['en', 'es'] : ['en'],
      homeChapterId: chapters[person.home].id,
      postcode: person === ana ? postcodes.la[0] : homes.next() < 0.7 ? homes.pick(postcodes[person.home]) : null,
      skillIds: sample(idsOfKind('skill'), 3),
      interestIds: sample(idsOfKind('interest'), 3),
      availability: [6, 7, 3]
        .filter(() => random.next() < 0.5)
        .sort()
        .map((weekday) =>
          weekday < 6 ? { weekday, from: '18:00', until: '21:00' } : { weekday, from: '09:00', until: '13:00' },
        ),
      accessibilityNeeds: random.next() < 0.05 ? 'I need a chair now and then.' : null,
    };
  });
  await insert(tx, 'volunteers.volunteer', rows);
}

export async function insertMemberships(tx: Tx, people: readonly DemoPerson[], now: Date): Promise<void> {
  await tx.query(`
    INSERT INTO volunteers.membership (volunteer_id, chapter_id, helped, sort_name, active_at, since)
      SELECT v.id, e.chapter_id, true, v.sort_name, max(u.proven_at), min(u.proven_at)
      FROM ${signupTables} ${joinVolunteer('u')}
      WHERE u.proven_at IS NOT NULL GROUP BY v.id, e.chapter_id;
    INSERT INTO volunteers.membership (volunteer_id, chapter_id, helped, sort_name, active_at, since)
      SELECT v.id, v.home_chapter_id, false, v.sort_name, v.created_at, v.created_at
      FROM volunteers.volunteer v WHERE v.home_chapter_id IS NOT NULL ON CONFLICT DO NOTHING;
    UPDATE volunteers.volunteer v SET active_at = m.at
      FROM (SELECT volunteer_id, max(active_at) AS at FROM volunteers.membership WHERE helped GROUP BY volunteer_id) m
      WHERE m.volunteer_id = v.id;`);
  const known = await tx.query<{ id: string }>('SELECT id FROM volunteers.volunteer WHERE proven_at IS NOT NULL');
  const random = new Random(20_261_127);
  const provenIds = new Set(known.map(({ id }) => id));
  const tags = people
    .filter(({ id }) => provenIds.has(id) && random.next() < 0.15)
    .map((person) => ({
      ...chapterContext(person),
      id: idOf('tag', person.id),
      name: random.pick(['lead', 'van', 'interpreter']),
    }));
  await insert(
    tx,
    'volunteers.tag',
    tags.map(({ by, ...tag }) => ({ ...tag, createdBy: by, createdAt: now })),
  );
  const words = [
    'Knows the kitchen, and shows others around.',
    'Would like to lead a shift: ask in the spring.',
    'Prefers mornings; please no late calls.',
  ];
  const notes = [ana, ...people.filter(({ id }) => provenIds.has(id)).slice(1, 12)].map((person, n) => ({
    ...chapterContext(person),
    id: idOf('note', person.id),
    body: words[n % words.length]!,
    createdAt: new Date(now.valueOf() - (n + 2) * day),
  }));
  await insert(
    tx,
    'volunteers.note',
    notes.map(({ by, ...note }) => ({ ...note, authorId: by })),
  );
  const messages = notes.slice(0, 6).map((note, n) => ({
    volunteerId: note.volunteerId,
    chapterId: note.chapterId,
    authorId: note.by,
    id: idOf('message', note.volunteerId),
    sentAt: new Date(now.valueOf() - (n + 4) * day),
    subject: 'Could you drive on Saturday?',
    body: 'We have a van and no one to drive it yet. It takes two hours, starting at nine. Just reply to this email.',
  }));
  await insert(tx, 'volunteers.message', messages);
  await tx.query(
    `INSERT INTO volunteers.history (volunteer_id, chapter_id, kind, by_account_id, detail, at)
       SELECT t.volunteer_id, t.chapter_id, 'tag-added', t.created_by, t.name, t.created_at FROM volunteers.tag t
       UNION ALL
       SELECT n.volunteer_id, n.chapter_id, 'note-added', n.author_id, NULL, n.created_at FROM volunteers.note n
       UNION ALL
       SELECT g.volunteer_id, g.chapter_id, 'message-sent', g.author_id, NULL, g.sent_at FROM volunteers.message g
       ORDER BY 6`,
  );
  await insert(tx, 'volunteers.emergency_contact', [
    { volunteerId: ana.id, name: 'Luz Morales', phone: '+12135550143', relation: 'mi hermana', updatedAt: now },
  ]);
}

function chapterContext({ id, home }: DemoPerson) {
  const chapterId = chapters[home].id;
  const organizer = logins.find((login) => login.role === 'organizer' && login.chapterId === chapterId);
  return { volunteerId: id, chapterId, by: organizer ? idOf('account', organizer.email) : null };
}
