import { Count, Flag } from '@upstander/platform';
import { Entity, PrimaryColumn } from 'typeorm';

/** What hangs at the door of an event. No row: the first poster, and no board. */
@Entity({ schema: 'events', name: 'event_door' })
export class EventDoorRow {
  @PrimaryColumn('uuid') eventId!: string;
  /** Raised by a new poster: the ones before are worth nothing. */
  @Count({ default: 0 }) posterVersion!: number;
  /** Raised by each opening of the board: a link once closed stays closed. */
  @Count({ default: 0 }) boardVersion!: number;
  @Flag({ default: false }) boardOpen!: boolean;
  /** Incremented each time a kiosk link is created, so that a revoked link stays revoked. */
  @Count({ default: 0 }) kioskVersion!: number;
  @Flag({ default: false }) kioskOpen!: boolean;
}
