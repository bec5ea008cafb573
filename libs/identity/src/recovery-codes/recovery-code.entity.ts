import { BelongsToPerson, deletedWithRow, Id, Instant, personal, PersonalData, Ref } from '@upstander/platform';
import { Column, Entity } from 'typeorm';
import { ofAccount } from '../accounts/rows/account-columns.js';

/** Signs in once without the authenticator app. Only the hash of the code is stored. */
@PersonalData({
  noun: 'recovery codes',
  of: { staff: ofAccount('t.account_id') },
  erasure: 'row',
  kept: 'until new ones replace them',
  seenBy: 'no one',
  columns: { code_hash: personal.access(deletedWithRow, { withheld: 'it opens the account' }) },
  also: { created_at: 't.created_at', used_at: 't.used_at' },
})
@Entity({ schema: 'identity', name: 'recovery_code' })
export class RecoveryCode {
  @Id() id!: string;
  @BelongsToPerson() @Ref() accountId!: string;
  @Column('bytea') codeHash!: Buffer;
  @Instant({ precision: 3 }) createdAt!: Date;
  @Instant({ nullable: true, precision: 3 }) usedAt!: Date | null;
}
