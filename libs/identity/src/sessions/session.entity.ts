import {
  Choice,
  ComputedField,
  enumOf,
  type EnumOf,
  Id,
  Instant,
  BelongsToPerson,
  Ref,
  Text,
  PersonalData,
  personal,
  deletedWithRow,
  splitColumns,
} from '@upstander/platform';
import { Column, Entity } from 'typeorm';
import { ofAccount } from '../accounts/rows/account-columns.js';

/** `needed` and `setup-needed` apply after the password or emailed code and before the app code. */
export type SecondStepState = 'not-needed' | 'needed' | 'setup-needed' | 'done';

export const FirstStep = enumOf('FirstStep', 'How a sign-in began.', {
  password: 'Password.',
  code: 'Emailed code.',
  passkey: 'Passkey alone, without a second step.',
  sso: 'Identity provider.',
});
export type FirstStepKind = EnumOf<typeof FirstStep>;

const seenBy = 'owner';

/** Only the hash of the token is stored. */
@PersonalData({
  noun: 'sessions',
  of: { staff: ofAccount('t.account_id') },
  erasure: 'row',
  kept: '30 days after its end',
  forgotten: { erasureScope: 'row', after: 30, since: 't.expires_at' },
  seenBy: 'no one; admins see only how many there are',
  columns: {
    token_hash: personal.access(deletedWithRow, { withheld: 'it opens the session' }),
    user_agent: personal.trace(deletedWithRow),
  },
  also: { created_at: 't.created_at', last_seen_at: 't.last_seen_at' },
  others: splitColumns('first_step second_step seal'),
})
@Entity({ schema: 'identity', name: 'session' })
export class Session {
  @Id({ seenBy }) id!: string;
  @Column('bytea') tokenHash!: Buffer;
  @BelongsToPerson() @Ref() accountId!: string;
  @Choice(FirstStep, { seenBy, nullable: true, description: 'How the user signed in; null for older sessions.' })
  firstStep!: FirstStepKind | null;
  @Column('text') secondStep!: SecondStepState;
  /** Last authenticator code or passkey in this session. */
  @Instant({ nullable: true }) secondStepAt!: Date | null;
  @Text({ seenBy, max: 500, default: '' }) userAgent!: string;
  @Instant({ seenBy }) createdAt!: Date;
  @Instant({ seenBy }) lastSeenAt!: Date;
  @Instant() expiresAt!: Date;
  @Instant({ nullable: true }) revokedAt!: Date | null;
  /** HMAC of everything that gives the session its permissions; see `SessionSeals`. */
  @Column('bytea', { nullable: true }) seal!: Buffer | null;
  @ComputedField(() => Boolean, { seenBy, description: "True if this is the caller's current session." })
  current!: boolean;
}
