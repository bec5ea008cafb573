import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Clock, Database } from '@upstander/platform';
import { ofAddress, type Availability } from '@upstander/volunteers';

/** Whoever looks for a shift, as far as it is known: of a stranger nothing is. */
export interface Seeker {
  volunteerId: string | null;
  /** Those that know them, where they helped or to which they say they belong. */
  chapterIds: string[];
  languages: string[];
  skillIds: string[];
  /** Parts of an ordinary week; two that touch are one. */
  availability: Availability[];
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
  /** Where they are signed up already, in line included. */
  shiftIds: string[];
}

const stranger: Seeker = {
  ...{ volunteerId: null, chapterIds: [], languages: [], skillIds: [], availability: [], timeZone: null },
  ...{ birthYear: null, minor: false, bornBy: null, hasHelped: false, leadOf: [], memberOf: [] },
  ...{ held: '{}', shiftIds: [] },
};

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
         v.minor, v.born_by::text AS "bornBy", events.has_helped(v.id) AS "hasHelped",
         ARRAY(SELECT m.chapter_id FROM volunteers.membership m WHERE m.volunteer_id = v.id AND m.standing = 'lead') AS "leadOf",
         ARRAY(SELECT m.chapter_id FROM volunteers.membership m WHERE m.volunteer_id = v.id AND m.standing = 'member') AS "memberOf",
         (SELECT c.time_zone FROM identity.chapter c WHERE c.id = v.home_chapter_id) AS "timeZone",
         ARRAY(SELECT m.chapter_id FROM volunteers.membership m WHERE m.volunteer_id = v.id) AS "chapterIds",
         coalesce((SELECT range_agg(u.during) FROM events.signup u
           WHERE u.volunteer_id = v.id AND upper(u.during) > $2 AND u.status IN ('confirmed', 'offered')), '{}')::text AS held,
         ARRAY(SELECT u.shift_id FROM events.signup u WHERE u.volunteer_id = v.id AND upper(u.during) > $2
           AND u.status NOT IN ('cancelled', 'expired')) AS "shiftIds"
       FROM volunteers.volunteer v WHERE v.id = ${ofAddress('$1')} AND v.proven_at IS NOT NULL AND v.erased_at IS NULL`,
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
