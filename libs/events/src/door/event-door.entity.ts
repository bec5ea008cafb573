import { Count, Flag } from '@upstander/platform';
import { Entity, PrimaryColumn } from 'typeorm';

/** Links of the check-in poster, wall board and kiosk. Without a row: the first poster only. */
@Entity({ schema: 'events', name: 'event_door' })
export class EventDoorRow {
  @PrimaryColumn('uuid') eventId!: string;
  /** Incremented by each new poster; earlier posters stop working. */
  @Count({ default: 0 }) posterVersion!: number;
  /** Incremented each time the board is opened, so that a revoked link stays revoked. */
  @Count({ default: 0 }) boardVersion!: number;
  @Flag({ default: false }) boardOpen!: boolean;
  /** Like `boardVersion`, for the kiosk link. */
  @Count({ default: 0 }) kioskVersion!: number;
  @Flag({ default: false }) kioskOpen!: boolean;
}
