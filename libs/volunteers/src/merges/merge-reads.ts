import { Injectable } from '@nestjs/common';
import { accountName, type Actor } from '@upstander/identity';
import { Clock, Database } from '@upstander/platform';
import { listedCondition } from '../access/listed.js';
import { VolunteerReads } from '../directory/volunteer-reads.js';
import type { Duplicate, DuplicateReason, Merge } from './merge.entity.js';
import { undoDays } from './merges.service.js';

const maxPairs = 50;

@Injectable()
export class MergeReads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly reads: VolunteerReads,
  ) {}

  listForVolunteer(volunteerId: string): Promise<Merge[]> {
    return this.db.query<Merge & Record<string, unknown>>(
      `SELECT m.id, o.email::text, ${accountName('m.by_account_id')} AS by, m.merged_at AS "mergedAt",
         CASE WHEN v.version = m.kept_version AND m.merged_at + make_interval(days => $3) > $2
           THEN m.merged_at + make_interval(days => $3) END AS "undoableUntil"
       FROM volunteers.merge m JOIN volunteers.volunteer o ON o.id = m.merged_id
         JOIN volunteers.volunteer v ON v.id = m.kept_id
       WHERE m.kept_id = $1 AND m.undone_at IS NULL ORDER BY m.merged_at DESC LIMIT 50`,
      [volunteerId, this.clock.now(), undoDays],
    );
  }

  /** Returns likely duplicates: same phone number first, then same name in a chapter; at most 50. */
  async findDuplicates(actor: Actor, volunteerId: string | null): Promise<Duplicate[]> {
    const pairs = await this.db.query<{ one: string; other: string; reason: DuplicateReason }>(
      volunteerId === null ? allPairs : pairsOfOne,
      volunteerId === null ? [maxPairs] : [maxPairs, volunteerId],
    );
    const duplicates: Duplicate[] = [];
    for (const { one, other, reason } of pairs) {
      duplicates.push({
        id: `${one}-${other}`,
        reason,
        duplicate: await this.reads.byId(actor, one),
        original: await this.reads.byId(actor, other),
      });
    }
    return duplicates;
  }
}

/** Pairs each record of a group with the one created first. */
const allPairs = `
  WITH phone AS (
    SELECT (array_agg(v.id ORDER BY v.created_at, v.id)) AS ids FROM volunteers.volunteer v
    WHERE ${listedCondition('v')} AND v.phone IS NOT NULL GROUP BY v.phone HAVING count(*) > 1 LIMIT $1
  ), name AS (
    SELECT (array_agg(m.volunteer_id ORDER BY m.since, m.volunteer_id)) AS ids FROM volunteers.membership m
    GROUP BY m.chapter_id, m.sort_name HAVING count(*) > 1 LIMIT $1
  ), pair AS (
    SELECT ids[1] AS other, unnest(ids[2:]) AS one, 'phone' AS reason FROM phone
    UNION ALL SELECT ids[1], unnest(ids[2:]), 'name' FROM name
  )
  SELECT one, other, max(reason) AS reason FROM pair GROUP BY one, other ORDER BY max(reason) DESC, one LIMIT $1`;

const pairsOfOne = `
  WITH me AS (SELECT v.* FROM volunteers.volunteer v WHERE v.id = $2 AND ${listedCondition('v')}), pair AS (
    SELECT v.id AS one, me.id AS other, 'phone' AS reason FROM me
      JOIN volunteers.volunteer v ON v.phone = me.phone AND v.id <> me.id AND ${listedCondition('v')}
    UNION ALL
    SELECT n.volunteer_id, me.id, 'name' FROM me JOIN volunteers.membership k ON k.volunteer_id = me.id
      JOIN volunteers.membership n ON n.chapter_id = k.chapter_id AND n.sort_name = k.sort_name AND n.volunteer_id <> me.id
  )
  SELECT one, other, max(reason) AS reason FROM pair GROUP BY one, other ORDER BY max(reason) DESC, one LIMIT least($1, 10)`;
