import type { Tx } from '@upstander/platform';
import { admin } from './credential-plans.js';
import { signupsOnShifts } from '@upstander/events';
import { joinVolunteer } from '@upstander/volunteers';

const thanks = {
  subject: 'Thank you, {name}',
  body: 'Hi {name},\n\nThank you for your help. We packed more kits than ever before. See you next time!',
  subjectEs: 'Gracias, {name}',
  bodyEs: 'Hola, {name}:\n\nGracias por tu ayuda. Armamos más kits que nunca. ¡Hasta la próxima!',
};
const parking = {
  subject: 'Where to park',
  body: 'Hi {name},\n\nThe parking lot in front is closed on the day. Please park behind the building.',
  subjectEs: 'Dónde estacionarse',
  bodyEs: 'Hola, {name}:\n\nEl estacionamiento del frente estará cerrado ese día. Estaciónate detrás del edificio.',
};

const walk = {
  subject: 'Bring a water bottle',
  body: 'Hi {name},\n\nThe walk is on {time}. There’s water at the halfway point, so please bring a bottle to refill.',
  subjectEs: 'Trae una botella de agua',
  bodyEs: 'Hola, {name}:\n\nLa caminata es el {time}. A mitad del camino hay agua: trae una botella para llenarla.',
};

export async function insertEventMessages(tx: Tx, now: Date): Promise<void> {
  await tx.query(
    `WITH past AS (
       SELECT id, ends_at + interval '3 hours' AS at FROM events.event e
       WHERE status IN ('published', 'completed') AND ends_at < $1::timestamptz - interval '5 hours'
         AND EXISTS (SELECT FROM ${signupsOnShifts} WHERE s.event_id = e.id)
       ORDER BY ends_at DESC, id LIMIT 1
     ), message AS (
       INSERT INTO events.event_message (id, event_id, audience, subject, body, subject_es, body_es, author_id, created_at,
         send_at, started_at)
       SELECT md5('event-message' || id)::uuid, id, 'everyone', $2, $3, $4, $5, $6, at - interval '1 minute', at, at FROM past
       RETURNING id, event_id, send_at
     ), people AS (
       SELECT DISTINCT ON (u.volunteer_id) m.id AS message_id, m.send_at, u.id AS signup_id, u.locale, v.email,
         md5('event-message-recipient' || u.id)::uuid AS id,
         CASE WHEN v.email IS NULL THEN 'no_email' WHEN u.status IN ('cancelled', 'expired') THEN 'ended' END AS left_out
       FROM ${signupsOnShifts} JOIN message m ON m.event_id = s.event_id
         ${joinVolunteer('u')}
       WHERE u.repeat_of IS NULL ORDER BY u.volunteer_id, u.id
     ), recipients AS (
       INSERT INTO events.event_message_recipient (id, message_id, signup_id, left_out, settled_at)
       SELECT id, message_id, signup_id, left_out, send_at FROM people
     ), history AS (
       INSERT INTO volunteers.message (id, volunteer_id, chapter_id, subject, body, author_id, sent_at)
       SELECT p.id, u.volunteer_id, e.chapter_id, replace($2, '{name}', split_part(u.name, ' ', 1)),
         replace($3, '{name}', split_part(u.name, ' ', 1)), $6::uuid, p.send_at
       FROM people p JOIN message m ON m.id = p.message_id JOIN events.event e ON e.id = m.event_id
         JOIN events.signup u ON u.id = p.signup_id WHERE p.left_out IS NULL
     )
     INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at, can_wait, status, attempts, sent_at,
       last_error, created_at)
     SELECT 'event-message/' || id, 'event-follow-up', id, email, locale, send_at, true,
       CASE WHEN nth = 1 THEN 'bounced' ELSE 'sent' END, 1, CASE WHEN nth > 1 THEN send_at + interval '2 seconds' END,
       CASE WHEN nth = 1 THEN '550 5.1.1 No such mailbox' END, send_at
     FROM (SELECT *, row_number() OVER (ORDER BY id) AS nth FROM people WHERE left_out IS NULL) p`,
    [now, thanks.subject, thanks.body, thanks.subjectEs, thanks.bodyEs, admin],
  );
  await tx.query(
    `INSERT INTO events.event_message (id, event_id, audience, subject, body, subject_es, body_es, author_id, created_at, send_at)
     SELECT md5('event-message' || id)::uuid, id, 'with_spot', $2, $3, $4, $5, $6, $1::timestamptz - interval '1 hour',
       starts_at - interval '1 day'
     FROM events.event WHERE status = 'published' AND starts_at > $1::timestamptz + interval '2 days'
     ORDER BY starts_at, id LIMIT 1`,
    [now, parking.subject, parking.body, parking.subjectEs, parking.bodyEs, admin],
  );
}

/** A message to the participants of the next walk, sent two hours ago, with its results. */
export async function insertParticipantMessage(tx: Tx, now: Date): Promise<void> {
  await tx.query(
    `WITH message AS (
       INSERT INTO events.event_message (id, event_id, audience, subject, body, subject_es, body_es, author_id, created_at,
         send_at, started_at)
       SELECT md5('participant-message' || e.id)::uuid, e.id, 'participants_registered', $2, $3, $4, $5, $6::uuid,
         at - interval '1 minute', at, at
       FROM events.registration_form f JOIN events.event e ON e.id = f.event_id
         CROSS JOIN LATERAL (SELECT $1::timestamptz - interval '2 hours' AS at) sent
       ORDER BY e.starts_at, e.id LIMIT 1 RETURNING id, event_id, send_at
     ), recipients AS (
       INSERT INTO events.event_message_recipient (id, message_id, registration_id, settled_at)
       SELECT md5('participant-message-recipient' || r.id)::uuid, m.id, r.id, m.send_at
       FROM message m JOIN events.registration r ON r.event_id = m.event_id AND r.status = 'confirmed' AND r.expires_at IS NULL
       RETURNING id, registration_id
     )
     INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at, can_wait, status, attempts, sent_at,
       created_at)
     SELECT 'event-message/' || o.id, 'event-message', o.id, r.email, r.locale, m.send_at, true, 'sent', 1,
       m.send_at + interval '2 seconds', m.send_at
     FROM recipients o JOIN events.registration r ON r.id = o.registration_id CROSS JOIN message m`,
    [now, walk.subject, walk.body, walk.subjectEs, walk.bodyEs, admin],
  );
}
