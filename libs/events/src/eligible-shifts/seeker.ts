import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Clock, Database } from '@upstander/platform';
import { heldSpans, ofAddress, type Availability } from '@upstander/volunteers';

/** Whoever looks for a shift, as far as it is known: of a stranger nothing is. */
export interface Seeker {
  volunteerId: string | null;
  /** Those that know them, where they helped or to which they say they belong. */
  chapterIds: string[];
  languages: string[];
  skillIds: string[];
  /** From which day to which each type of credential counts. */
  credentials: Array<{ id: string; since: string; until: string }>;
  /** Parts of an ordinary week; two that touch are one. */
  availability: Availability[];
  /**
   * When they can in the coming year with two hours around it, as PostgreSQL writes it: of their zone, or of any clock
   * where they have none. What lies beside it needs no closer look.
   */
  free: string;
  /** Of their home chapter: by its clock their week is said. */
  timeZone: string | null;
  birthYear: number | null;
  minor: boolean;
  /** The last day on which they can have been born, as they said. */
  bornBy: string | null;
  /** Whether they have ever completed a shift. */
  hasHelped: boolean;
  /** Where they sign up before everybody else. */
  leadOf: string[];
  memberOf: string[];
  /** The times of the places they hold, as PostgreSQL writes them. */
  held: string;
  /** Where they are signed up already, the waitlist included. */
  shiftIds: string[];
}

const stranger: Seeker = {
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

/** So far ahead the weeks are written out; what begins later is looked at closely. */
const horizon = `date_trunc('day', $2::timestamptz AT TIME ZONE 'UTC') + interval '400 days'`;

/** The weeks of the volunteer `v` as one set of times, by the clock `home.zone`. */
const free = `(SELECT CASE WHEN home.zone IS NULL THEN range_agg(tsrange(w.since, w.until))::text
    ELSE range_agg(tstzrange(w.since AT TIME ZONE home.zone, w.until AT TIME ZONE home.zone))::text END
  FROM (
    SELECT d.day + p.begins::interval - interval '2 hours' AS since, d.day + p.ends::interval + interval '2 hours' AS until
    FROM generate_series(${horizon} - interval '402 days', ${horizon}, interval '1 day') AS d (day)
      JOIN (SELECT a ->> 'weekday' AS weekday, a ->> 'from' AS begins, a ->> 'until' AS ends
        FROM jsonb_array_elements(v.availability) a) p ON extract(isodow FROM d.day) = p.weekday::integer
    UNION ALL SELECT ${horizon}, NULL
  ) w)`;

/**
 * Finds out who looks for a shift. A browser that remembers somebody signs up for them and shows nothing of them, so only
 * whoever is signed in is known here.
 */
@Injectable()
export class Seekers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async findSeeker(actor: Actor): Promise<Seeker> {
    if (!actor.email) return stranger;
    const [seeker] = await this.db.named<Seeker & Record<string, unknown>>(
      'who-seeks-a-shift',
      `SELECT v.id AS "volunteerId", v.languages, v.skill_ids AS "skillIds", v.availability, v.birth_year AS "birthYear",
         (SELECT coalesce(json_agg(h), '[]') FROM (${heldSpans}) h) AS credentials, v.minor, v.born_by::text AS "bornBy", events.has_helped(v.id) AS "hasHelped",
         ARRAY(SELECT m.chapter_id FROM volunteers.membership m WHERE m.volunteer_id = v.id AND m.standing = 'lead') AS "leadOf",
         ARRAY(SELECT m.chapter_id FROM volunteers.membership m WHERE m.volunteer_id = v.id AND m.standing = 'member') AS "memberOf",
         home.zone AS "timeZone", ${free} AS free,
         ARRAY(SELECT m.chapter_id FROM volunteers.membership m WHERE m.volunteer_id = v.id) AS "chapterIds",
         coalesce((SELECT range_agg(u.during) FROM events.signup u
           WHERE u.volunteer_id = v.id AND upper(u.during) > $2 AND u.status IN ('confirmed', 'offered')), '{}')::text AS held,
         ARRAY(SELECT u.shift_id FROM events.signup u WHERE u.volunteer_id = v.id AND upper(u.during) > $2
           AND u.status NOT IN ('cancelled', 'expired')) AS "shiftIds"
       FROM volunteers.volunteer v
         LEFT JOIN LATERAL (SELECT c.time_zone AS zone FROM identity.chapter c WHERE c.id = v.home_chapter_id) home ON true
       WHERE v.id = ${ofAddress('$1')} AND v.proven_at IS NOT NULL AND v.erased_at IS NULL`,
      [actor.email, this.clock.now()],
    );
    return seeker ? { ...seeker, availability: joined(seeker.availability) } : stranger;
  }
}

/** Saturday morning and Saturday afternoon are one long stretch: what begins in one may end in the other. */
export function joined(parts: readonly Availability[]): Availability[] {
  const stretches: Availability[] = [];
  for (const part of [...parts].sort((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from))) {
    const last = stretches.at(-1);
    if (last?.weekday === part.weekday && part.from <= last.until) {
      if (part.until > last.until) last.until = part.until;
    } else stretches.push({ ...part });
  }
  return stretches;
}
