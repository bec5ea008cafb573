import type { Tx } from '@upstander/platform';
import { chapters } from './chapters.js';
import { idOf } from './random.js';
import { shiftTables } from '@upstander/events';

/** The organizer in Los Angeles opened a kiosk and a wall board for the event that is on, or for the next one. */
export async function insertDoorLinks(tx: Tx, now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO events.event_door (event_id, board_version, board_open, board_opened_by, board_opened_at, board_used_at,
       kiosk_version, kiosk_open, kiosk_opened_by, kiosk_opened_at, kiosk_used_at)
     SELECT e.id, 1, true, $3, $2::timestamptz - interval '50 minutes', $2::timestamptz - interval '1 minute',
       1, true, $3, $2::timestamptz - interval '45 minutes', $2::timestamptz - interval '4 minutes'
     FROM ${shiftTables}
     WHERE e.chapter_id = $1 AND e.status = 'published' AND s.ends_at > $2
     ORDER BY s.starts_at, s.id LIMIT 1`,
    [chapters.la.id, now, idOf('account', 'organizer@demo.example')],
  );
}
