import { Injectable } from '@nestjs/common';
import { chapterZone, type Actor } from '@upstander/identity';
import { Clock, Database } from '@upstander/platform';
import { heldSpans, volunteerIdOfAddress, type Availability } from '@upstander/volunteers';

/** Anonymous visitors have no data. */
export interface Seeker {
  volunteerId: string | null;
  chapterIds: string[];
  languages: string[];
  skillIds: string[];
  credentials: Array<{ id: string; since: string; until: string }>;
  availability: Availability[];
  /**
   * Availability over the next 400 days, widened by two hours, as a PostgreSQL multirange. Uses the home chapter's time
   * zone, or local time without one.
   */
  free: string;
  /** Time zone of the home chapter. */
  timeZone: string | null;
  birthYear: number | null;
  minor: boolean;
  /** Latest possible date of birth, as stated. */
  bornBy: string | null;
  hasHelped: boolean;
  /** Chapters where they may sign up before the public. */
  leadOf: string[];
  memberOf: string[];
  /** Times of their confirmed and offered places, as a PostgreSQL multirange. */
  held: string;
  /** Shifts they are signed up for, including waitlists. */
  shiftIds: string[];
}

const anonymous: Seeker = {
  volunteerId: null,
  chapterIds: [],
  languages: [],
  skillIds: [],
  credentials: [],
  availability: [],
  free: '{}',
  timeZone: null,
  birthYear: null,
  minor: false,
  bornBy: null,
  hasHelped: false,
  leadOf: [],
  memberOf: [],
  held: '{}',
  shiftIds: [],
};

/** End of the expanded availability. Later shifts always get the full check. */
const horizonSql = `date_trunc('day', $2::timestamptz AT TIME ZONE 'UTC') + interval '400 days'`;

/** SQL: the availability of volunteer `v` as a multirange in time zone `home.zone`. */
const availabilitySql = `(SELECT CASE WHEN home.zone IS NULL THEN range_agg(tsrange(w.since, w.until))::text
    ELSE range_agg(tstzrange(w.since AT TIME ZONE home.zone, w.until AT TIME ZONE home.zone))::text END
  FROM (
    SELECT d.day + p.begins::interval - interval '2 hours' AS since, d.day + p.ends::interval + interval '2 hours' AS until
    FROM generate_series(${horizonSql} - interval '402 days', ${horizonSql}, interval '1 day') AS d (day)
      JOIN (SELECT a ->> 'weekday' AS weekday, a ->> 'from' AS begins, a ->> 'until' AS ends
        FROM jsonb_array_elements(v.availability) a) p ON extract(isodow FROM d.day) = p.weekday::integer
    UNION ALL SELECT ${horizonSql}, NULL
  ) w)`;

/** A remembered browser may reveal nothing about its volunteer. */
@Injectable()
export class Seekers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async findSeeker(actor: Actor): Promise<Seeker> {
    if (!actor.email) return anonymous;
    const [seeker] = await this.db.queryNamed<Seeker & Record<string, unknown>>(
      'who-seeks-a-shift',
      `SELECT v.id AS "volunteerId", v.languages, v.skill_ids AS "skillIds", v.availability, v.birth_year AS "birthYear",
         (SELECT coalesce(json_agg(h), '[]') FROM (${heldSpans}) h) AS credentials, v.minor, v.born_by::text AS "bornBy", events.has_helped(v.id) AS "hasHelped",
         ARRAY(SELECT m.chapter_id FROM volunteers.membership m WHERE m.volunteer_id = v.id AND m.standing = 'lead') AS "leadOf",
         ARRAY(SELECT m.chapter_id FROM volunteers.membership m WHERE m.volunteer_id = v.id AND m.standing = 'member') AS "memberOf",
         home.zone AS "timeZone", ${availabilitySql} AS free,
         ARRAY(SELECT m.chapter_id FROM volunteers.membership m WHERE m.volunteer_id = v.id) AS "chapterIds",
         coalesce((SELECT range_agg(u.during) FROM events.signup u
           WHERE u.volunteer_id = v.id AND upper(u.during) > $2 AND u.status IN ('confirmed', 'offered')), '{}')::text AS held,
         ARRAY(SELECT u.shift_id FROM events.signup u WHERE u.volunteer_id = v.id AND upper(u.during) > $2
           AND u.status NOT IN ('cancelled', 'expired')) AS "shiftIds"
       FROM volunteers.volunteer v CROSS JOIN LATERAL (SELECT ${chapterZone('v.home_chapter_id')} AS zone) home
       WHERE v.id = ${volunteerIdOfAddress('$1')} AND v.proven_at IS NOT NULL AND v.erased_at IS NULL`,
      [actor.email, this.clock.now()],
    );
    return seeker ? { ...seeker, availability: mergeAdjacentPeriods(seeker.availability) } : anonymous;
  }
}

/** Merges adjacent periods, because a shift may start in one and end in the next. */
export function mergeAdjacentPeriods(parts: readonly Availability[]): Availability[] {
  const merged: Availability[] = [];
  for (const part of [...parts].sort((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from))) {
    const last = merged.at(-1);
    if (last?.weekday === part.weekday && part.from <= last.until) {
      if (part.until > last.until) last.until = part.until;
    } else merged.push({ ...part });
  }
  return merged;
}
