import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { AccountKind } from './account-kind.js';

@Entity({ schema: 'ledger', name: 'account' })
export class AccountRow {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') kind!: AccountKind;
  /** The campaign or the pool, known by its id alone; null for the organisation's own. */
  @Column('uuid', { name: 'owner_id', nullable: true }) ownerId!: string | null;
  @Column('text') currency!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
