import type { Tx } from '@upstander/platform';
import { admin } from './credential-plans.js';
import { credentialTypes } from './credential-types.js';
import { shiftTables } from '@upstander/events';
import { updateShift } from './shifts.js';

/** Signatures as SVG paths in a box of 600 by 200. */
const drawings = [
  'M70 130l18 -70l22 70M78 104l26 0M130 90l0 38l6 6l20 -26l-4 26l14 -28l10 4l-2 22l18 -24l22 -4l-20 26l30 -6l60 -20',
  'M90 60l0 80M92 62l40 4l4 22l-44 10l54 44M170 110l22 -18l6 16l-22 20l30 2l26 -34l-2 32l20 -22l16 22l40 -14l90 -20',
];

/**
 * Some volunteers signed the waiver before or on a phone at check-in, one checked in without it, and one who has not
 * arrived yet is under 18.
 */
export async function insertDoorWaivers(tx: Tx, now: Date): Promise<void> {
  const [shift] = await tx.query<{ id: string }>(
    `SELECT s.id FROM ${shiftTables}
     WHERE e.status = 'published' AND s.starts_at <= $1 AND s.ends_at > $1 ORDER BY s.starts_at, s.position, s.id LIMIT 1`,
    [now],
  );
  if (!shift) return;
  await updateShift(tx, shift.id, { dayCredentialIds: [credentialTypes.waiver.id] });
  await tx.query(
    `INSERT INTO volunteers.credential (id, volunteer_id, type_id, kind, status, text_version, issued_on, expires_on, signed_name,
       signed_locale, signed_at, signature, witnessed_by, signup_id, address_confirmed, decided_at, created_at, updated_at)
     SELECT md5('door-waiver' || u.id)::uuid, u.volunteer_id, $2, 'waiver', 'approved', 2, u.checked_in_at::date,
       (u.checked_in_at + interval '1 year - 1 day')::date, u.name, u.locale, u.checked_in_at,
       CASE WHEN u.nth % 3 < 2 THEN ($3::text[])[u.nth % 3 + 1] END, $4, u.id, u.proven_at IS NOT NULL, u.checked_in_at,
       u.checked_in_at, u.checked_in_at
     FROM (
       SELECT u.*, row_number() OVER (ORDER BY u.checked_in_at, u.id) AS nth FROM events.signup u
       WHERE u.shift_id = $1 AND u.status = 'checked_in' AND NOT EXISTS (
         SELECT FROM volunteers.credential c
         WHERE c.volunteer_id = u.volunteer_id AND c.type_id = $2 AND c.status = 'approved' AND c.text_version = 2
       )
     ) u WHERE u.nth > 1`,
    [shift.id, credentialTypes.waiver.id, drawings, admin],
  );
  await tx.query(
    `UPDATE events.signup SET said_minor = true WHERE id = (
       SELECT u.id FROM events.signup u WHERE u.shift_id = $1 AND u.status = 'confirmed' AND u.proven_at IS NOT NULL
       ORDER BY u.name, u.id LIMIT 1
     )`,
    [shift.id],
  );
}
