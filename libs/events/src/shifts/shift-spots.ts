import type { Tx } from '@upstander/platform';

/** Changes the counts of a locked shift. */
export async function changeCounts(
  tx: Tx,
  shiftId: string,
  { taken = 0, waiting = 0 }: { taken?: number; waiting?: number },
): Promise<void> {
  await tx.query('UPDATE events.shift SET taken = taken + $2, waiting = waiting + $3 WHERE id = $1', [
    shiftId,
    taken,
    waiting,
  ]);
}

/**
 * Takes spots on a shift for other people, as organizers do. Returns the shift's time as an SQL range, or null if the
 * shift is full and `addPlaces` is false.
 */
export async function takeSpots(
  tx: Tx,
  shiftId: string,
  { places, fromWaitlist, addPlaces }: { places: number; fromWaitlist: number; addPlaces: boolean },
): Promise<string | null> {
  const [shift] = await tx.query<{ during: string }>(
    `UPDATE events.shift SET taken = taken + $2, capacity = greatest(capacity, taken + $2), waiting = waiting - $3
     WHERE id = $1 AND (taken + $2 <= capacity OR $4) AND taken + $2 <= 10000
     RETURNING tstzrange(starts_at, ends_at, '[)')::text AS during`,
    [shiftId, places, fromWaitlist, addPlaces],
  );
  return shift?.during ?? null;
}

/** Reserves open spots on a locked shift for volunteers who are asked to help. Does nothing if the shift has a waitlist. */
export async function reserveSpots(
  tx: Tx,
  shiftId: string,
  { spots, now, hours }: { spots: number; now: Date; hours: number },
): Promise<void> {
  await tx.query('SELECT events.release_reserved_spots(ARRAY[$1::uuid], $2)', [shiftId, now]);
  await tx.query(
    `UPDATE events.shift s SET reserved = s.reserved + n.spots, taken = s.taken + n.spots,
       reserved_until = greatest(s.reserved_until, least($3::timestamptz + $4 * interval '1 hour', s.starts_at))
     FROM (SELECT least(capacity - taken, $2::integer) AS spots FROM events.shift WHERE id = $1) n
     WHERE s.id = $1 AND s.waiting = 0 AND s.starts_at > $3 AND n.spots > 0`,
    [shiftId, spots, now, hours],
  );
}
