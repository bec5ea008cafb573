import type { Tx } from '@upstander/platform';
import { campaignId } from './fundraising/campaigns.js';
import { idOf } from './random.js';

const shirt = idOf('question', 'shirt');
const pace = idOf('question', 'pace');
const questions = [
  { id: shirt, label: 'T-shirt size', kind: 'choice', isRequired: true, choices: ['XS', 'S', 'M', 'L', 'XL'] },
  {
    id: pace,
    label: 'Anything we should know, such as a stroller or a wheelchair?',
    kind: 'short_text',
    isRequired: false,
    choices: [],
  },
];

/** Participants of the two upcoming walks: the first is full and has a waitlist, the other has room. */
export async function insertRegistrations(tx: Tx, now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO events.registration_form (event_id, capacity, max_party, questions, gift_campaign_id, updated_at)
     SELECT e.id, CASE WHEN row_number() OVER (ORDER BY e.starts_at) = 1 THEN 60 ELSE 250 END, 6, $2, $3, $1
     FROM events.event e WHERE e.title = '5K walk for safe homes' AND e.status = 'published' AND e.starts_at > $1`,
    [now, JSON.stringify(questions), campaignId('nights')],
  );
  await tx.query(
    `INSERT INTO events.registration (id, event_id, name, email, locale, status, party, answers, line_number, verified_at,
       expires_at, created_at)
     SELECT md5('registration' || p.event_id || p.id)::uuid, p.event_id, p.name, p.email, p.locale,
       CASE WHEN p.upto <= p.capacity THEN 'confirmed' ELSE 'waitlisted' END, p.party,
       jsonb_build_object($2::text, (ARRAY['S', 'M', 'M', 'L', 'XL'])[1 + p.n % 5]) ||
         CASE WHEN p.n % 9 = 3 THEN jsonb_build_object($3::text, 'We bring a stroller.') ELSE '{}' END,
       CASE WHEN p.upto > p.capacity THEN p.n END, CASE WHEN p.n % 12 <> 7 THEN p.at END,
       CASE WHEN p.n % 12 = 7 THEN $1::timestamptz + interval '9 hours' END, p.at
     FROM (
       SELECT f.event_id, coalesce(f.capacity, 0) AS capacity, w.*, $1::timestamptz - (40 - w.n) * interval '5 hours' AS at,
         sum(w.party) OVER (PARTITION BY f.event_id ORDER BY w.n) AS upto
       FROM events.registration_form f CROSS JOIN LATERAL (
         SELECT v.id, v.name, v.email, v.locale, o.n::integer AS n, (ARRAY[1, 2, 4, 1, 3, 2])[1 + o.n % 6] AS party
         FROM (
           SELECT v.id, row_number() OVER (ORDER BY md5(v.id::text || f.event_id::text)) AS n
           FROM volunteers.volunteer v WHERE v.email IS NOT NULL AND v.merged_into IS NULL AND v.erased_at IS NULL
         ) o JOIN volunteers.volunteer v ON v.id = o.id WHERE o.n <= 32
       ) w
     ) p`,
    [now, shirt, pace],
  );
  await tx.query('UPDATE events.registration_form SET next_in_line = 100');
}
