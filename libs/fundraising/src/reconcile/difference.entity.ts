import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What does not agree. */
@Entity({ schema: 'fundraising', name: 'difference' })
export class DifferenceRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') kind!: string;
  @Column('text') about!: string;
  @Column('uuid', { name: 'gift_id', nullable: true }) giftId!: string | null;
  @Column('bigint', { name: 'expected_minor', nullable: true }) expectedMinor!: string | null;
  @Column('bigint', { name: 'found_minor', nullable: true }) foundMinor!: string | null;
  @Column('text', { nullable: true }) currency!: string | null;
  @Column('timestamptz', { name: 'found_at' }) foundAt!: Date;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt!: Date | null;
  @Column('uuid', { name: 'settled_by', nullable: true }) settledBy!: string | null;
  @Column('text', { name: 'settled_note', nullable: true }) settledNote!: string | null;
}
