import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A gift as it was typed, waiting for its mailed link to be followed. */
@Entity({ schema: 'fundraising', name: 'donation_link' })
export class DonationLink {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('citext') email!: string;
  @Column('jsonb') input!: Record<string, unknown>;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
}

/** A puzzle that was solved is spent. */
@Entity({ schema: 'fundraising', name: 'spent_challenge' })
export class SpentChallenge {
  @PrimaryColumn('bytea') signature!: Buffer;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}

/** How cards fared in one minute. */
@Entity({ schema: 'fundraising', name: 'card_minute' })
export class CardMinute {
  @PrimaryColumn('timestamptz') minute!: Date;
  @Column('integer', { default: 0 }) started!: number;
  @Column('integer', { default: 0 }) declined!: number;
}

/** Until when gifts need a proof, or a mailed link; one row. */
@Entity({ schema: 'fundraising', name: 'card_breaker' })
export class CardBreaker {
  @PrimaryColumn('integer', { default: 1 }) id!: number;
  @Column('timestamptz', { name: 'attack_until', nullable: true }) attackUntil!: Date | null;
  @Column('timestamptz', { name: 'open_until', nullable: true }) openUntil!: Date | null;
  @Column('uuid', { name: 'reset_by', nullable: true }) resetBy!: string | null;
  @Column('timestamptz', { name: 'reset_at', nullable: true }) resetAt!: Date | null;
}
