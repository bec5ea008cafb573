import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCredentialType } from '@upstander/tests/support/credentials.js';
import { aChapter } from '@upstander/tests/support/factories.js';
import { runAsOwner } from '@upstander/tests/support/tampering.js';
import { namesOf, volunteers } from '@upstander/tests/support/volunteers.js';

/** More volunteers than the count limit, so that queries walk the order of the list instead of collecting matches. */
const people = 1_200;

let app: TestApp;
let chapterId: string;
let otherChapterId: string;
let training: string;
let rare: string;
let organizer: { cookie: string };
let admin: { cookie: string };

beforeAll(async () => {
  app = await startApp();
  [chapterId, otherChapterId] = [(await aChapter(app.db)).id, (await aChapter(app.db)).id];
  organizer = await app.signedIn({ role: 'organizer', chapterId });
  admin = await app.signedIn({ role: 'admin' });
  [training, rare] = [(await aCredentialType(app.db)).id, (await aCredentialType(app.db)).id];
  // Everyone belongs to both chapters and has the training twice, because it was renewed.
  await app.db.query(
    `WITH made AS (
       INSERT INTO volunteers.volunteer (email, name, phone, proven_at, active_at)
       SELECT 'p' || n || '@marlow.example', 'Person ' || lpad(n::text, 5, '0'), '+1310' || lpad(n::text, 7, '0'), now(),
         now() - n * interval '1 minute'
       FROM generate_series(1, $1::integer) n RETURNING id, name, sort_name, active_at
     ), known AS (
       INSERT INTO volunteers.membership (volunteer_id, chapter_id, helped, sort_name, active_at)
       SELECT m.id, c.id, true, m.sort_name, m.active_at FROM made m, unnest($2::uuid[]) c (id)
     )
     INSERT INTO volunteers.credential (volunteer_id, type_id, kind, status, issued_on, expires_on, evidence, created_at, updated_at)
     SELECT m.id, t.id, 'training', 'approved', current_date, current_date + d.days, 'Course', now(), now()
     FROM made m, unnest($3::uuid[]) t (id), unnest('{10,20}'::integer[]) d (days)
     WHERE t.id = ($3::uuid[])[1] OR m.name LIKE '%00'`,
    [people, [chapterId, otherChapterId], [training, rare]],
  );
  // Autovacuum would do this a little later. Until then PostgreSQL assumes that the tables are empty.
  await runAsOwner(app, 'ANALYZE volunteers.volunteer, volunteers.membership, volunteers.credential');
});
afterAll(() => app.close());

async function all(session: { cookie: string }, filter: Record<string, unknown>, order = 'NAME') {
  const seenNames: string[] = [];
  let after: string | null = null;
  let toldCount: number;
  do {
    const page: Awaited<ReturnType<typeof volunteers>> = await volunteers(app, session, {
      filter,
      order,
      first: 100,
      after,
    });
    seenNames.push(...namesOf(page));
    toldCount = page.data.volunteers.totalCount;
    const { hasNextPage, endCursor } = page.data.volunteers.pageInfo;
    after = hasNextPage ? endCursor : null;
  } while (after);
  return { seen: seenNames, told: toldCount };
}
const volunteerNames = Array.from({ length: people }, (_, n) => `Person ${String(n + 1).padStart(5, '0')}`);
const hundreds = volunteerNames.filter((name) => name.endsWith('00'));

describe.each(['an organizer of one chapter', 'an admin'])('%s', (role) => {
  const session = () => (role === 'an admin' ? admin : organizer);

  test('lists everyone with a training once, in order, and counts up to a thousand', async () => {
    expect(await all(session(), { credentialTypeId: training })).toEqual({ seen: volunteerNames, told: 1000 });
    expect((await all(session(), { credential: 'EXPIRING', credentialTypeId: training })).seen).toEqual(volunteerNames);
    expect((await all(session(), { credentialTypeId: rare, credential: 'MISSING' })).seen).toEqual(
      volunteerNames.filter((name) => !hundreds.includes(name)),
    );
  });

  test('lists and counts the few who have a rare credential', async () => {
    expect(await all(session(), { credentialTypeId: rare })).toEqual({ seen: hundreds, told: hundreds.length });
    const [firstName] = hundreds;
    expect((await all(session(), { text: '0000100', credentialTypeId: rare })).seen).toEqual([firstName]);
  });

  test('finds many by the start of a telephone number and one by its end', async () => {
    expect(await all(session(), { text: '310-000' })).toEqual({ seen: volunteerNames, told: 1000 });
    expect((await all(session(), { text: '01199' })).seen).toEqual(['Person 01199']);
  });

  test('finds text inside addresses, most recent sign-up first', async () => {
    const movedName = volunteerNames[700]!;
    const setActiveAt = (at: string) =>
      app.db.query(
        `WITH v AS (UPDATE volunteers.volunteer SET active_at = $2 WHERE name = $1 RETURNING id)
         UPDATE volunteers.membership SET active_at = $2 WHERE volunteer_id = (SELECT id FROM v)`,
        [movedName, at],
      );
    const otherNames = volunteerNames.filter((name) => name !== movedName);
    await setActiveAt('2100-01-01T00:00:00Z');
    expect(await all(session(), { text: 'marlow' })).toEqual({ seen: [movedName, ...otherNames], told: 1000 });
    await setActiveAt('2020-01-01T00:00:00Z');
    expect((await all(session(), { text: 'marlow' })).seen).toEqual([...otherNames, movedName]);
  });
});
