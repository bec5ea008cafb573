import { Injectable } from '@nestjs/common';
import type { Actor, Browser } from '@upstander/identity';
import { Clock, Database, isUuid, SignedIds } from '@upstander/platform';
import { VolunteerIdentification } from './volunteer-identification.js';
import type { HeldShift, OverlappingShift } from './overlapping-shift.js';
import { joinShiftAndEvent, timesOf } from '../shifts/shift-joins.js';

const maxShifts = 100;

@Injectable()
export class OverlappingShifts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly signedIds: SignedIds,
    private readonly persons: VolunteerIdentification,
  ) {}

  /**
   * Returns one entry per shift that overlaps one the volunteer holds. Empty for a remembered browser, which must not
   * reveal to someone else where the volunteer will be.
   */
  async find(
    actor: Actor,
    browser: Browser,
    { shiftIds, token }: { shiftIds: readonly string[]; token?: string | null },
  ): Promise<OverlappingShift[]> {
    const ids = shiftIds.filter(isUuid).slice(0, maxShifts);
    const volunteer = ids.length > 0 ? await this.persons.find(actor, browser, token) : null;
    if (!volunteer || volunteer.byBrowser) return [];
    const rows = await this.db.query<Omit<HeldShift, 'token'> & { shiftId: string; id: string; tokenVersion: number }>(
      `SELECT DISTINCT ON (w.id) w.id AS "shiftId", u.id, u.token_version AS "tokenVersion", u.shift_id = w.id AS "isSameShift", e.title,
         s.role, s.starts_at AS "startsAt", s.ends_at AS "endsAt", e.time_zone AS "timeZone"
       FROM ${timesOf('$1')} w
         JOIN events.signup u ON u.volunteer_id = $2 AND u.during && w.during
           AND u.status IN ('confirmed', 'checked_in') AND u.proven_at IS NOT NULL AND u.repeat_of IS NULL
           AND (u.overlap_reason IS NULL OR u.shift_id = w.id)
         ${joinShiftAndEvent('u')} AND s.ends_at > $3 AND e.status = 'published'
       ORDER BY w.id, u.shift_id = w.id DESC, s.starts_at`,
      [ids, volunteer.id, this.clock.now()],
    );
    return rows.map(({ shiftId, id, tokenVersion, ...overlapping }) => ({
      shiftId,
      existingShift: { ...overlapping, token: this.signedIds.sign('signup', id, tokenVersion) },
    }));
  }
}
