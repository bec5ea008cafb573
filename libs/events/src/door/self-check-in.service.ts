import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor, type Browser } from '@upstander/identity';
import { Clock, Config, Database, Refusal } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { AttendanceService } from '../attendance/attendance.service.js';
import { EventReads } from '../events/event-reads.js';
import { VolunteerIdentification } from '../one-click/volunteer-identification.js';
import { Doors, type OpenDoor } from './doors.js';
import type { SelfCheckInShift, SelfCheckIn, SelfCheckInPayload } from './event-door.js';
import type { CheckInHereInput } from './self-check-in.input.js';
import { signupsOnShifts } from '../shifts/shift-joins.js';

interface OwnShift extends SelfCheckInShift {
  signup: string;
  status: string;
  opensAt: Date;
}

@Injectable()
export class SelfCheckInService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly limits: RateLimits,
    private readonly doors: Doors,
    private readonly events: EventReads,
    private readonly persons: VolunteerIdentification,
    private readonly attendance: AttendanceService,
  ) {}

  /** Returns the event of a poster, without names. @throws Refusal NOT_FOUND for an invalid or outdated poster */
  async findSelfCheckIn(poster: string): Promise<SelfCheckIn> {
    const { eventId, opensAt, closesAt } = await this.doors.findByPosterToken(poster);
    return { event: await this.events.byId(eventId), opensAt, closesAt };
  }

  /**
   * Checks the volunteer in to all of their shifts that are open for check-in. Idempotent.
   * @throws Refusal NOT_FOUND, EVENT_OFF, DOOR_CLOSED, NOT_KNOWN, WRONG_WALL_CODE, NOT_ON_A_SHIFT, CHECK_IN_NOT_OPEN,
   * TOO_MANY_TRIES, ASK_THE_TEAM for a minor who cannot be checked in yet
   */
  async checkIn(actor: Actor, browser: Browser, input: CheckInHereInput): Promise<SelfCheckInPayload> {
    await this.limits.consume('public-write', actor.address);
    const door = await this.doors.findByPosterToken(input.poster);
    if (door.status === 'cancelled') throw new Refusal('EVENT_OFF', 'This event was canceled or isn’t published.');
    const now = this.clock.now();
    if (now >= door.closesAt) throw new Refusal('DOOR_CLOSED', 'This event is over.');
    const volunteer = await this.persons.find(actor, browser, input.token);
    if (!volunteer) throw new Refusal('NOT_KNOWN', 'We don’t recognize you here. Please sign in first.');
    await this.limits.consume('self-check-in', volunteer.id);
    if (!this.doors.isCode(door, input.code)) {
      throw new Refusal('WRONG_WALL_CODE', 'That isn’t the code on the wall. It changes every few minutes.');
    }
    const shifts = await this.shiftsOf(volunteer.id, door);
    const open = shifts.filter(({ opensAt }) => opensAt <= now);
    // A remembered browser must not reveal the volunteer's next shift to someone else.
    if (open.length === 0) throw volunteer.byBrowser ? askTheTeam() : this.tooEarlyRefusal(shifts[0]);
    const isRefused = await this.mark(
      open.filter(({ status }) => status === 'confirmed' || status === 'no_show'),
      now,
    );
    if (isRefused) throw askTheTeam();
    if (volunteer.byBrowser) return { ok: true, shifts: [] };
    return { ok: true, shifts: open.map(({ role, startsAt, endsAt }) => ({ role, startsAt, endsAt })) };
  }

  /** Returns true if a minor could not be checked in. The caller hides the reason in a remembered browser. */
  private async mark(shifts: readonly OwnShift[], at: Date): Promise<boolean> {
    const marks = shifts.map(({ signup }) => ({ id: randomUUID(), signup, kind: 'check_in' as const, at }));
    // Self check-ins have no staff member.
    const codes = await this.db.transaction((tx) => this.attendance.write(tx, marks, null));
    return [...codes.values()].some((code) => code === 'TOO_FEW_ADULTS' || code === 'GUARDIAN_NEEDED');
  }

  private async shiftsOf(volunteerId: string, { eventId }: OpenDoor): Promise<OwnShift[]> {
    return this.db.query<OwnShift & Record<string, unknown>>(
      `SELECT u.id AS signup, u.status, s.role, s.starts_at AS "startsAt", s.ends_at AS "endsAt",
         s.starts_at - $4::interval AS "opensAt"
       FROM ${signupsOnShifts}
       WHERE s.event_id = $1 AND u.volunteer_id = $2 AND s.ends_at > $3 AND u.repeat_of IS NULL
         AND u.status IN ('confirmed', 'checked_in', 'completed', 'no_show')
       ORDER BY s.starts_at, s.id`,
      [eventId, volunteerId, this.clock.now(), `${this.config.CHECK_IN_MINUTES} minutes`],
    );
  }

  private tooEarlyRefusal(next: OwnShift | undefined): Refusal {
    if (!next) return new Refusal('NOT_ON_A_SHIFT', 'We find no shift of yours here that is on now or comes next.');
    const { opensAt } = next;
    return new Refusal('CHECK_IN_NOT_OPEN', 'Check-in hasn’t opened yet.', { opensAt: opensAt.toISOString() });
  }
}

function askTheTeam(): Refusal {
  return new Refusal('ASK_THE_TEAM', 'Please talk to someone on the team at the entrance first.');
}
