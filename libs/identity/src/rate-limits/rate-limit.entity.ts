import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Tries counted by rate-limiter-flexible, which names and orders these columns; keys are hashes. */
@Entity({ schema: 'identity', name: 'rate_limit' })
export class RateLimitRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'rate_limit_pkey' })
  key!: string;

  @Column({ type: 'integer', default: 0 })
  points!: number;

  /** Milliseconds since 1970. */
  @Column({ type: 'bigint', nullable: true })
  expire!: string | null;
}
