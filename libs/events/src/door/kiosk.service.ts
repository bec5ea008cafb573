import { Injectable } from '@nestjs/common';
import { RateLimits } from '@upstander/identity';
import { badInput, Clock, Config, Database, isUuid, Refusal, SignedIds, speakableName } from '@upstander/platform';
import { AttendanceReads } from '../attendance/attendance-reads.js';
import { AttendanceService } from '../attendance/attendance.service.js';
import { Doors, type OpenDoor } from './doors.js';
import type { Kiosk, KioskCheckIn, KioskCheckInInput, KioskOutcome } from './kiosk.js';
import { signupsOnShifts } from '../shifts/shift-joins.js';

interface Place extends Record<string, unknown> {
  id: string;
  name: string;
  status: 'confirmed' | 'checked_in' | 'completed' | 'no_show';
  shiftId: string;
  role: string;
  startsAt: Date;
  endsAt: Date;
  opensAt: Date;
}

const longestName = 120;

/**
 * The kiosk link is the only credential: it belongs to one event, shows no list, and only checks in a volunteer who
 * enters a full name or shows a code.
 */
@Injectable()
export class KioskService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
    private readonly limits: RateLimits,
    private readonly doors: Doors,
    private readonly reads: AttendanceReads,
    private readonly attendance: AttendanceService,
  ) {}

  /** @throws Refusal NOT_FOUND for an invalid or revoked link, EVENT_OFF, DOOR_CLOSED */
  async findKiosk(token: string): Promise<Kiosk> {
    const { eventId, opensAt, closesAt } = await this.openKiosk(token);
    const [event] = await this.db.query<{ title: string; timeZone: string }>(
      'SELECT title, time_zone AS "timeZone" FROM events.event WHERE id = $1',
      [eventId],
    );
    return { title: event!.title, timeZone: event!.timeZone, opensAt, closesAt };
  }

  /** @throws Refusal NOT_FOUND for an invalid or revoked link, BAD_INPUT, EVENT_OFF, DOOR_CLOSED, TOO_MANY_TRIES */
  async checkIn(token: string, input: KioskCheckInInput): Promise<KioskCheckIn> {
    const door = await this.openKiosk(token);
    if (!isUuid(input.id)) throw badInput({ id: 'not-an-id' });
    if (input.shiftId && !isUuid(input.shiftId)) throw badInput({ shiftId: 'not-an-id' });
    // Limits how many names someone who copied the link can try.
    await this.limits.consume('kiosk', door.eventId);
    const found = await this.findPlaces(door, input);
    const [first] = found;
    if (!first) {
      await this.limits.consume('kiosk-unknown', door.eventId);
      return createAnswer('UNKNOWN');
    }
    const places = found.filter(({ shiftId }) => !input.shiftId || shiftId === input.shiftId.toLowerCase());
    const open = places.filter(({ opensAt }) => opensAt <= this.clock.now());
    const notCheckedIn = open.filter(({ status }) => status === 'confirmed' || status === 'no_show');
    const firstName = speakableName(first.name);
    if (open.length === 0) return { ...createAnswer('NOT_OPEN_YET', firstName), opensAt: (places[0] ?? first).opensAt };
    const [place] = notCheckedIn;
    if (!place) return createAnswer('ALREADY_CHECKED_IN', firstName);
    const shifts = [...new Map(notCheckedIn.map((one) => [one.shiftId, one])).values()];
    if (shifts.length > 1) {
      const choices = shifts.map(({ shiftId, role, startsAt, endsAt }) => ({ id: shiftId, role, startsAt, endsAt }));
      return { ...createAnswer('CHOOSE_SHIFT', firstName), shifts: choices };
    }
    return createAnswer(await this.mark(place.id, input.id.toLowerCase()), firstName);
  }

  private async mark(signup: string, mark: string): Promise<KioskOutcome> {
    return this.db.transaction(async (tx) => {
      const entry = (await this.reads.entries([signup], tx)).get(signup);
      // Someone on the team must see the volunteer sign.
      if (!entry || entry.unsignedWaiverIds.length > 0) return 'ASK_THE_TEAM';
      const at = this.clock.now();
      const codes = await this.attendance.write(tx, [{ id: mark, signup, kind: 'check_in', at }], null);
      switch (codes.get(mark)) {
        case 'RECORDED':
          return 'CHECKED_IN';
        case 'ALREADY':
          return 'ALREADY_CHECKED_IN';
        default:
          return 'ASK_THE_TEAM';
      }
    });
  }

  private async openKiosk(token: string): Promise<OpenDoor> {
    const door = await this.doors.findKiosk(token);
    if (door.status === 'cancelled') throw new Refusal('EVENT_OFF', 'This event was canceled or isn’t published.');
    if (this.clock.now() >= door.closesAt) throw new Refusal('DOOR_CLOSED', 'This event is over.');
    await this.doors.recordKioskUse(door);
    return door;
  }

  private async findPlaces({ eventId }: OpenDoor, { name, code }: KioskCheckInInput): Promise<Place[]> {
    const fullName = name?.trim() ?? '';
    const scanned = code ? this.signedIds.verify('door', code.trim()) : null;
    if ((fullName === '' && !code) || fullName.length > longestName) throw badInput({ name: 'required' });
    if (code && !scanned) return [];
    const normalized = (text: string) =>
      `btrim(regexp_replace(platform.fold(${text}), '[[:space:].,''’-]+', ' ', 'g'))`;
    return this.db.query<Place>(
      `SELECT u.id, u.name, u.status, s.id AS "shiftId", s.role, s.starts_at AS "startsAt", s.ends_at AS "endsAt",
         s.starts_at - $4::interval AS "opensAt"
       FROM ${signupsOnShifts}
       WHERE s.event_id = $1 AND s.ends_at > $2 AND u.repeat_of IS NULL
         AND u.status IN ('confirmed', 'checked_in', 'completed', 'no_show')
         AND CASE WHEN $5::uuid IS NULL THEN ${normalized('u.name')} = ${normalized('$3')} AND ${normalized('$3')} <> ''
           ELSE u.id = $5 AND u.token_version = $6 END
       ORDER BY s.starts_at, s.id, u.id`,
      [
        eventId,
        this.clock.now(),
        fullName,
        `${this.config.CHECK_IN_MINUTES} minutes`,
        scanned?.id ?? null,
        scanned?.version ?? null,
      ],
    );
  }
}

function createAnswer(outcome: KioskOutcome, firstName: string | null = null): KioskCheckIn {
  return { outcome, firstName, opensAt: null, shifts: [] };
}
