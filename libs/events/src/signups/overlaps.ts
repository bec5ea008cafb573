import { Database, Refusal, retryTransaction, violatedConstraint, type Tx } from '@upstander/platform';
import { joinShiftAndEvent, timesOf } from '../shifts/shift-joins.js';

interface OverlappingShift {
  id: string;
  title: string;
  startsAt: Date;
  chapterId: string;
}

/** Either a sign-up about to be confirmed, or a volunteer and the shift they want. */
export type RequestedPlace = { signupId: string } | { shiftId: string; email: string };

/**
 * Runs `work` in a transaction and turns a violated overlap constraint into a refusal.
 * @throws Refusal OVERLAPPING_SHIFT, with the other shift in its details if `mayName` allows
 */
export async function refuseOverlaps<T>(
  db: Database,
  requested: RequestedPlace,
  work: (tx: Tx) => Promise<T>,
  canName: (chapterId: string) => boolean = () => true,
): Promise<T> {
  try {
    return await retryTransaction(() => db.transaction(work));
  } catch (error) {
    if (violatedConstraint(error) !== 'no_two_overlapping_shifts') throw error;
    const other = await findOverlap(db, requested);
    throw overlapRefusal(other && canName(other.chapterId) ? other : null);
  }
}

export async function findOverlap(
  db: Pick<Database, 'query'> | Tx,
  requested: RequestedPlace,
): Promise<OverlappingShift | null> {
  const [sql, values] =
    'signupId' in requested
      ? [`SELECT u.volunteer_id, u.shift_id, u.during FROM events.signup u WHERE u.id = $1`, [requested.signupId]]
      : [
          `SELECT coalesce(v.merged_into, v.id) AS volunteer_id, s.id AS shift_id, s.during
           FROM ${timesOf('ARRAY[$1]')} s, volunteers.volunteer v WHERE v.email = $2`,
          [requested.shiftId, requested.email],
        ];
  const [other] = await db.query<OverlappingShift & Record<string, unknown>>(
    `WITH wanted AS (${sql})
     SELECT s.id, e.title, s.starts_at AS "startsAt", e.chapter_id AS "chapterId"
     FROM wanted w
     JOIN events.signup o ON o.volunteer_id = w.volunteer_id AND o.shift_id <> w.shift_id AND o.during && w.during
       AND o.status IN ('confirmed', 'checked_in', 'completed') AND o.proven_at IS NOT NULL
     ${joinShiftAndEvent('o')} ORDER BY s.starts_at LIMIT 1`,
    values,
  );
  return other ?? null;
}

export function overlapRefusal(other: OverlappingShift | null): Refusal {
  const shift = other && { id: other.id, title: other.title, startsAt: other.startsAt.toISOString() };
  return new Refusal(
    'OVERLAPPING_SHIFT',
    'This overlaps with another shift that’s already taken.',
    shift ? { shift } : {},
  );
}
