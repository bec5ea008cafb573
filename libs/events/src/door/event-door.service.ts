import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Database, qrSvg } from '@upstander/platform';
import { RosterAccess } from '../signups/roster-access.js';
import { Doors } from './doors.js';
import { EventDoorRow } from './event-door.entity.js';
import type { EventDoor } from './event-door.js';

/** Each method throws Refusal NOT_FOUND unless the actor may see the event. */
@Injectable()
export class EventDoorService {
  constructor(
    private readonly db: Database,
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
      `INSERT INTO events.event_door AS d (event_id, board_version, board_open) VALUES ($1, 1, true)
       ON CONFLICT (event_id) DO UPDATE SET board_version = d.board_version + 1, board_open = true WHERE NOT d.board_open`,
      [eventId],
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
      `INSERT INTO events.event_door AS d (event_id, kiosk_version, kiosk_open) VALUES ($1, 1, true)
       ON CONFLICT (event_id) DO UPDATE SET kiosk_version = d.kiosk_version + 1, kiosk_open = true WHERE NOT d.kiosk_open`,
      [eventId],
    );
    return this.findEventDoor(actor, eventId);
  }

  async closeKiosk(actor: Actor, eventId: string): Promise<EventDoor> {
    await this.access.event(actor, eventId);
    await this.db.manager.update(EventDoorRow, eventId, { kioskOpen: false });
    return this.findEventDoor(actor, eventId);
  }
}
