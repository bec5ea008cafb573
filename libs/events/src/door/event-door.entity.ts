import { Count, Flag, Instant, Ref } from '@upstander/platform';
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
  @Ref({ nullable: true }) boardOpenedBy!: string | null;
  @Instant({ nullable: true, precision: 3 }) boardOpenedAt!: Date | null;
  /** Accurate to a minute; null for a link that was never used. */
  @Instant({ nullable: true, precision: 3 }) boardUsedAt!: Date | null;
  /** Like `boardVersion`, for the kiosk link. */
  @Count({ default: 0 }) kioskVersion!: number;
  @Flag({ default: false }) kioskOpen!: boolean;
  @Ref({ nullable: true }) kioskOpenedBy!: string | null;
  @Instant({ nullable: true, precision: 3 }) kioskOpenedAt!: Date | null;
  @Instant({ nullable: true, precision: 3 }) kioskUsedAt!: Date | null;
}
