import {
  BelongsToPerson,
  deletedWithRow,
  Id,
  Instant,
  personal,
  PersonalData,
  Ref,
  splitColumns,
} from '@upstander/platform';
import { Column, Entity } from 'typeorm';
import { ofAccount } from '../accounts/rows/account-columns.js';

/** Links an account to a user of the identity provider. The provider's address of the user may change, its ID doesn't. */
@PersonalData({
  noun: 'single sign-on links',
  of: { staff: ofAccount('t.account_id') },
  erasure: 'row',
  kept: 'until it is removed',
  seenBy: 'admins see since when there is one',
  columns: { subject: personal.trace(deletedWithRow) },
  also: { issuer: 't.issuer', created_at: 't.created_at', last_used_at: 't.last_used_at' },
  others: splitColumns('issuer seal'),
})
@Entity({ schema: 'identity', name: 'sign_in_identity' })
export class SignInIdentity {
  @Id() id!: string;
  @BelongsToPerson() @Ref() accountId!: string;
  /** `iss` of the ID token. */
  @Column('text') issuer!: string;
  /** `sub` of the ID token. */
  @Column('text') subject!: string;
  @Instant({ precision: 3 }) createdAt!: Date;
  @Instant({ precision: 3 }) lastUsedAt!: Date;
  /** HMAC of the account, the issuer and the subject; see `IdentitySeals`. */
  @Column('bytea') seal!: Buffer;
}
