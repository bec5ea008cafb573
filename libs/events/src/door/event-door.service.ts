import { Injectable } from '@nestjs/common';
import { Access, accountName, type Actor, grantedRoles, isActiveAccount } from '@upstander/identity';
import { Clock, Database, isUuid, qrSvg } from '@upstander/platform';
import { RosterAccess } from '../signups/roster-access.js';
import type { DoorLink } from './door-link.js';
import { boardExpiry, Doors } from './doors.js';
import { EventDoorRow } from './event-door.entity.js';
import type { EventDoor } from './event-door.js';
import { lastEndOf } from '../shifts/shift-joins.js';

const maxLinks = 200;

interface DoorLinkFilter {
  eventId?: string | null;
  createdById?: string | null;
}

/** Each method throws Refusal NOT_FOUND unless the actor may see the event. */
@Injectable()
export class EventDoorService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly rights: Access,
    private readonly access: RosterAccess,
    private readonly doors: Doors,
  ) {}

  async findEventDoor(actor: Actor, eventId: string): Promise<EventDoor> {
    await this.access.event(actor, eventId);
    const door = await this.doors.findOpenDoor(eventId);
    const { code, changesAt } = this.doors.currentCode(door);
    const posterUrl = this.doors.posterUrl(door);
    const { opensAt, closesAt } = door;
    const kioskUrl = this.doors.kioskUrl(door);
    return {
      posterUrl,
      posterQrSvg: await qrSvg(posterUrl),
      opensAt,
      closesAt,
      code,
      codeChangesAt: changesAt,
      boardUrl: this.doors.boardUrl(door),
      kioskUrl,
      kioskQrSvg: kioskUrl && (await qrSvg(kioskUrl)),
    };
  }

  /** Earlier posters stop working. */
  async renewPoster(actor: Actor, eventId: string): Promise<EventDoor> {
    await this.access.event(actor, eventId);
    await this.db.query(
      `INSERT INTO events.event_door AS d (event_id, poster_version) VALUES ($1, 1)
       ON CONFLICT (event_id) DO UPDATE SET poster_version = d.poster_version + 1`,
      [eventId],
    );
    return this.findEventDoor(actor, eventId);
  }

  /** An open board keeps its link. */
  async openBoard(actor: Actor, eventId: string): Promise<EventDoor> {
    await this.access.event(actor, eventId);
    await this.db.query(
      `INSERT INTO events.event_door AS d (event_id, board_version, board_open, board_opened_by, board_opened_at)
       VALUES ($1, 1, true, $2, $3)
       ON CONFLICT (event_id) DO UPDATE SET board_version = d.board_version + 1, board_open = true,
         board_opened_by = excluded.board_opened_by, board_opened_at = excluded.board_opened_at, board_used_at = NULL
       WHERE NOT d.board_open`,
      [eventId, actor.accountId, this.clock.now()],
    );
    return this.findEventDoor(actor, eventId);
  }

  async closeBoard(actor: Actor, eventId: string): Promise<EventDoor> {
    await this.access.event(actor, eventId);
    await this.db.manager.update(EventDoorRow, eventId, { boardOpen: false });
    return this.findEventDoor(actor, eventId);
  }

  /** An open kiosk keeps its link. */
  async openKiosk(actor: Actor, eventId: string): Promise<EventDoor> {
    await this.access.event(actor, eventId);
    await this.db.query(
      `INSERT INTO events.event_door AS d (event_id, kiosk_version, kiosk_open, kiosk_opened_by, kiosk_opened_at)
       VALUES ($1, 1, true, $2, $3)
       ON CONFLICT (event_id) DO UPDATE SET kiosk_version = d.kiosk_version + 1, kiosk_open = true,
         kiosk_opened_by = excluded.kiosk_opened_by, kiosk_opened_at = excluded.kiosk_opened_at, kiosk_used_at = NULL
       WHERE NOT d.kiosk_open`,
      [eventId, actor.accountId, this.clock.now()],
    );
    return this.findEventDoor(actor, eventId);
  }

  async closeKiosk(actor: Actor, eventId: string): Promise<EventDoor> {
    await this.access.event(actor, eventId);
    await this.db.manager.update(EventDoorRow, eventId, { kioskOpen: false });
    return this.findEventDoor(actor, eventId);
  }

  /**
   * Returns links that work, next to expire first. For one event, also those that have expired.
   * @throws Refusal NOT_FOUND unless the actor may see the event
   */
  async findLinks(actor: Actor, { eventId, createdById }: DoorLinkFilter): Promise<DoorLink[]> {
    if (eventId) await this.access.event(actor, eventId);
    if (createdById && !isUuid(createdById)) return [];
    const chapters = this.rights.chaptersOf(actor, 'roster:read');
    return this.db.query<DoorLink & Record<string, unknown>>(
      `SELECT l.kind, e.id AS "eventId", e.title AS "eventTitle", e.starts_at AS "eventStartsAt",
         e.time_zone AS "timeZone", ${accountName('l.opened_by')} AS "createdBy", l.opened_at AS "createdAt", l.used_at AS "lastUsedAt",
         l.expires_at AS "expiresAt", l.opened_by IS NOT NULL AND (NOT ${isActiveAccount('l.opened_by')} OR NOT EXISTS (
           SELECT FROM ${grantedRoles} g WHERE g.account_id = l.opened_by AND g.role IN ('organizer', 'admin')
             AND (g.chapter_id IS NULL OR g.chapter_id = e.chapter_id)
           UNION ALL
           SELECT FROM identity.record_grant g WHERE g.account_id = l.opened_by AND g.record_id IN (e.id, e.series_id)
         )) AS "creatorLeft"
       FROM events.event_door d JOIN events.event e ON e.id = d.event_id
         CROSS JOIN LATERAL (SELECT ${lastEndOf('e.id')} AS ends_at) s
         CROSS JOIN LATERAL (VALUES
           ('kiosk', d.kiosk_open, e.status <> 'cancelled', d.kiosk_opened_by, d.kiosk_opened_at, d.kiosk_used_at, s.ends_at),
           ('board', d.board_open, true, d.board_opened_by, d.board_opened_at, d.board_used_at, ${boardExpiry('s.ends_at')})
         ) l (kind, is_open, works, opened_by, opened_at, used_at, expires_at)
       WHERE l.is_open AND l.expires_at IS NOT NULL
         AND CASE WHEN $1::uuid IS NULL THEN l.works AND l.expires_at > $2 ELSE e.id = $1 END
         AND ($3::uuid IS NULL OR l.opened_by = $3)
         AND ($4::uuid[] IS NULL OR e.chapter_id = ANY ($4) OR e.id = ANY ($5::uuid[]) OR e.series_id = ANY ($5))
       ORDER BY l.expires_at, e.id, l.kind LIMIT ${maxLinks}`,
      [
        eventId ?? null,
        this.clock.now(),
        createdById ?? null,
        chapters === 'all' ? null : chapters,
        this.rights.recordsOf(actor, 'roster:read'),
      ],
    );
  }
}
