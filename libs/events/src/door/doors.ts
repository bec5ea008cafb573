import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, notFound, SignedIds } from '@upstander/platform';
import { shiftTables } from '../shifts/shift-joins.js';

/** Lifetime of a check-in code, in milliseconds. */
const codeFor = 10 * 60_000;

/** Time of the last use of a link is accurate to a minute, which avoids a write per request. */
const useInterval = 60_000;

/** SQL for the expiry of a wall board link, from the end of the last shift. Boards show who hasn't checked out yet. */
export const boardExpiry = (lastEnd: string): string => `${lastEnd} + interval '1 day'`;

export interface OpenDoor {
  eventId: string;
  status: string;
  opensAt: Date;
  closesAt: Date;
  posterVersion: number;
  boardVersion: number;
  boardOpen: boolean;
  boardExpiresAt: Date;
  boardUsedAt: Date | null;
  kioskVersion: number;
  kioskOpen: boolean;
  kioskUsedAt: Date | null;
}

@Injectable()
export class Doors {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  async findOpenDoor(eventId: string): Promise<OpenDoor> {
    const [door] = await this.db.query<OpenDoor & Record<string, unknown>>(
      `SELECT e.id AS "eventId", e.status, min(s.starts_at) - $2::interval AS "opensAt", max(s.ends_at) AS "closesAt",
         coalesce(d.poster_version, 0) AS "posterVersion", coalesce(d.board_version, 0) AS "boardVersion",
         coalesce(d.board_open, false) AS "boardOpen", coalesce(d.kiosk_version, 0) AS "kioskVersion",
         coalesce(d.kiosk_open, false) AS "kioskOpen", d.board_used_at AS "boardUsedAt", d.kiosk_used_at AS "kioskUsedAt",
         ${boardExpiry('max(s.ends_at)')} AS "boardExpiresAt"
       FROM ${shiftTables} LEFT JOIN events.event_door d ON d.event_id = e.id WHERE e.id = $1 GROUP BY e.id, d.event_id`,
      [eventId, `${this.config.CHECK_IN_MINUTES} minutes`],
    );
    if (!door) throw notFound('This event');
    return door;
  }

  async findByPosterToken(token: string): Promise<OpenDoor> {
    const link = this.signedIds.verify('poster', token);
    const door = link && (await this.findOpenDoor(link.id));
    if (!door || door.posterVersion !== link.version || door.status === 'draft') throw notFound('This poster');
    return door;
  }

  /** Records the use. @throws Refusal NOT_FOUND for an invalid, revoked or expired link */
  async openBoardDoor(token: string): Promise<OpenDoor> {
    const link = this.signedIds.verify('board', token);
    const door = link && (await this.findOpenDoor(link.id));
    if (!door || !door.boardOpen || door.boardVersion !== link.version) throw notFound('This board');
    const now = this.clock.now();
    if (now >= door.boardExpiresAt) throw notFound('This board');
    if (isDue(door.boardUsedAt, now)) {
      await this.db.query(
        `UPDATE events.event_door SET board_used_at = $2
         WHERE event_id = $1 AND board_version = $3 AND board_used_at IS NOT DISTINCT FROM $4`,
        [door.eventId, now, door.boardVersion, door.boardUsedAt],
      );
    }
    return door;
  }

  /** @throws Refusal NOT_FOUND for an invalid or revoked link */
  async findKiosk(token: string): Promise<OpenDoor> {
    const link = this.signedIds.verify('kiosk', token);
    const door = link && (await this.findOpenDoor(link.id));
    if (!door || !door.kioskOpen || door.kioskVersion !== link.version) throw notFound('This kiosk');
    return door;
  }

  async recordKioskUse({ eventId, kioskUsedAt, kioskVersion }: OpenDoor): Promise<void> {
    const now = this.clock.now();
    if (!isDue(kioskUsedAt, now)) return;
    await this.db.query(
      `UPDATE events.event_door SET kiosk_used_at = $2
       WHERE event_id = $1 AND kiosk_version = $3 AND kiosk_used_at IS NOT DISTINCT FROM $4`,
      [eventId, now, kioskVersion, kioskUsedAt],
    );
  }

  posterUrl({ eventId, posterVersion }: OpenDoor, code?: string): string {
    const url = `${this.config.PUBLIC_URL}/here/${this.signedIds.sign('poster', eventId, posterVersion)}`;
    return code === undefined ? url : `${url}?code=${code}`;
  }

  boardUrl({ eventId, boardVersion, boardOpen }: OpenDoor): string | null {
    if (!boardOpen) return null;
    return `${this.config.PUBLIC_URL}/board/${this.signedIds.sign('board', eventId, boardVersion)}`;
  }

  /** Returns null if no kiosk is open. The token is in the fragment, which browsers don't send to servers. */
  kioskUrl({ eventId, kioskVersion, kioskOpen }: OpenDoor): string | null {
    if (!kioskOpen) return null;
    return `${this.config.adminUrl}/admin/kiosk#${this.signedIds.sign('kiosk', eventId, kioskVersion)}`;
  }

  /** Returns the four-digit code that only people on site can see, and when it changes. */
  currentCode(door: OpenDoor): { code: string; changesAt: Date } {
    const period = this.currentPeriod();
    return { code: this.codeOf(door, period), changesAt: new Date((period + 1) * codeFor) };
  }

  /** True for the current code and the one before it, which someone may just have read. */
  isCode(door: OpenDoor, input: string): boolean {
    const digits = input.replace(/\D/g, '');
    const period = this.currentPeriod();
    return digits === this.codeOf(door, period) || digits === this.codeOf(door, period - 1);
  }

  private currentPeriod(): number {
    return Math.floor(this.clock.now().valueOf() / codeFor);
  }

  private codeOf({ eventId }: OpenDoor, period: number): string {
    const signature = Buffer.from(this.signedIds.sign('wall-code', eventId, period % 65_536), 'base64url');
    return String(signature.readUInt32BE(signature.length - 4) % 10_000).padStart(4, '0');
  }
}

function isDue(usedAt: Date | null, now: Date): boolean {
  return usedAt === null || now.valueOf() - usedAt.valueOf() >= useInterval;
}
