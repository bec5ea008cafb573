import type { Tx } from '@upstander/platform';
import { createHash } from 'node:crypto';
import { chapters, type ChapterKey } from './chapters.js';
import { insert } from './insert.js';
import { idOf } from './random.js';
import { joinVolunteer } from '@upstander/volunteers';

const HOUR = 3_600_000;

const messages: ReadonlyArray<
  [chapter: ChapterKey | null, name: string, language: 'en' | 'es', hours: number, body: string]
> = [
  ['la', 'Marisol Vega', 'es', 5, '¿Puedo llevar a mi hermana de 17 años a preparar mochilas?'],
  ['la', 'Greg Hanley', 'en', 30, 'Our bakery has bread left over every Friday. Can someone pick it up?'],
  ['ny', 'Tess Marlow', 'en', 52, 'I moved here from San Diego. Do I need to do the training again?'],
  [null, 'Jordan Pike', 'en', 20, 'I teach civics. Who do I ask about a speaker in March?'],
];
/** Replies to the message after an event, newest first. */
const replies: ReadonlyArray<{ body: string; isAutomatic?: boolean }> = [
  { body: 'I think I left my blue jacket at the front table. Did anyone find it?' },
  { body: 'It was a great day. Can my sister come next time? She is 16.' },
  { body: 'I am out of the office until Monday and will answer then.', isAutomatic: true },
];
const siteMessages: ReadonlyArray<[chapter: ChapterKey, email: string, en: string, es: string]> = [
  ['la', 'organizer@demo.example', 'Events coordinator', 'Coordinación de eventos'],
  ['ny', 'organizer.ny@demo.example', 'Coordinator', 'Coordinación'],
];

export async function insertSiteMessages(tx: Tx, now: Date): Promise<void> {
  for (const [chapter, name, language, hours, body] of messages) {
    const email = `${name.split(' ')[0]!.toLowerCase()}@example.org`;
    const hash = createHash('sha256').update(body).digest('hex');
    const at = new Date(now.valueOf() - hours * HOUR);
    await insert(tx, 'outreach.site_message', [
      {
        id: idOf('site message', name),
        chapterId: chapter && chapters[chapter].id,
        name,
        email,
        body,
        language,
        formHash: `\\x${hash}`,
        receivedAt: at,
      },
    ]);
  }
  await insertReplies(tx, now);
  for (const [chapter, email, en, es] of siteMessages) {
    const person = { chapterId: chapters[chapter].id, accountId: idOf('account', email), roleEn: en, roleEs: es };
    await insert(tx, 'identity.chapter_person', [{ ...person, createdAt: now }]);
  }
}

async function insertReplies(tx: Tx, now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO outreach.site_message (id, chapter_id, name, email, body, language, form_hash, received_at, volunteer_id,
       reply_to_id, event_message_id, subject, quoted, is_automatic, status, answered_at)
     SELECT md5('reply' || p.id)::uuid, p.chapter_id, p.name, p.email, r.body, p.locale, sha256(p.id::text::bytea), r.at,
       p.volunteer_id, p.id, p.message_id, 'Re: ' || p.subject, 'On that day, the team wrote:' || E'\n> ' || split_part(p.body, E'\n', 3),
       r.is_automatic, CASE WHEN r.is_automatic THEN 'answered' ELSE 'open' END, CASE WHEN r.is_automatic THEN r.at END
     FROM (
       SELECT r.id, r.message_id, m.volunteer_id, m.chapter_id, m.subject, m.body, u.name, v.email, u.locale,
         row_number() OVER (ORDER BY r.id) AS nth
       FROM events.event_message_recipient r JOIN volunteers.message m ON m.id = r.id
         JOIN events.signup u ON u.id = r.signup_id ${joinVolunteer('m')}
     ) p JOIN (
       SELECT nth + 1 AS nth, body, is_automatic, $1::timestamptz - interval '2 hours' * nth AS at
       FROM unnest($2::text[], $3::boolean[]) WITH ORDINALITY AS t (body, is_automatic, nth)
     ) r USING (nth)`,
    [now, replies.map(({ body }) => body), replies.map(({ isAutomatic = false }) => isAutomatic)],
  );
}
