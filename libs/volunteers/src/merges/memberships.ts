import type { Tx } from '@upstander/platform';
import { LessThanOrEqual } from 'typeorm';
import { Membership } from '../profile/membership.entity.js';
import type { ChapterMembership } from './merge.entity.js';
import type { MergePair } from './volunteer-parts.js';

async function membershipsOf(tx: Tx, volunteerId: string): Promise<ChapterMembership[]> {
  return tx.query<ChapterMembership & Record<string, unknown>>(
    `SELECT chapter_id AS "chapterId", helped, standing, active_at::text AS "activeAt", since::text FROM volunteers.membership
     WHERE volunteer_id = $1 ORDER BY chapter_id`,
    [volunteerId],
  );
}

/** Moves all memberships to the remaining record and returns the previous state. */
export async function joinMemberships(
  tx: Tx,
  { from, to }: MergePair,
): Promise<{ kept: ChapterMembership[]; merged: ChapterMembership[] }> {
  const before = { kept: await membershipsOf(tx, to), merged: await membershipsOf(tx, from) };
  await tx.query(
    `INSERT INTO volunteers.membership AS m (volunteer_id, chapter_id, helped, standing, sort_name, active_at, since)
       SELECT $2, o.chapter_id, o.helped, o.standing, v.sort_name, o.active_at, o.since
       FROM volunteers.membership o JOIN volunteers.volunteer v ON v.id = $2 WHERE o.volunteer_id = $1
     ON CONFLICT (volunteer_id, chapter_id) DO UPDATE SET helped = m.helped OR excluded.helped,
       -- A lead in either record stays one: 'volunteer' sorts last.
       standing = least(m.standing, excluded.standing),
       active_at = greatest(m.active_at, excluded.active_at), since = least(m.since, excluded.since)`,
    [from, to],
  );
  await tx.manager.delete(Membership, { volunteerId: from });
  return before;
}

/** Restores the memberships. Those of the remaining record that were active since `at` are kept. */
export async function restoreMemberships(
  tx: Tx,
  { from, to }: MergePair,
  before: { kept: ChapterMembership[]; merged: ChapterMembership[] },
  at: Date,
): Promise<void> {
  const insert = (id: string, memberships: ChapterMembership[]) =>
    tx.query(
      `INSERT INTO volunteers.membership AS m (volunteer_id, chapter_id, helped, standing, sort_name, active_at, since)
         SELECT v.id, k."chapterId", k.helped, coalesce(k.standing, 'volunteer'), v.sort_name, k."activeAt", k.since
         FROM jsonb_to_recordset($2::jsonb) AS k ("chapterId" uuid, helped boolean, standing text, "activeAt" timestamptz, since timestamptz)
           JOIN volunteers.volunteer v ON v.id = $1
       ON CONFLICT DO NOTHING`,
      [id, JSON.stringify(memberships)],
    );
  await tx.manager.delete(Membership, { volunteerId: to, activeAt: LessThanOrEqual(at) });
  await insert(to, before.kept);
  await insert(from, before.merged);
}
