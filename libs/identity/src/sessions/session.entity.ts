import { Answer, Id, Instant, OfPerson, Ref, Text } from '@upstander/platform';
import { Column, Entity } from 'typeorm';

/** `needed` and `setup-needed` are people between the first step and the second. */
export type SecondStepState = 'not-needed' | 'needed' | 'setup-needed' | 'done';

/** What a session began with. */
export type FirstStepKind = 'password' | 'code';

const seenBy = 'owner';

/** Somebody signed in on one browser. Only the hash of its token is kept. */
@Entity({ schema: 'identity', name: 'session' })
export class Session {
  @Id({ seenBy }) id!: string;
  @Column('bytea') tokenHash!: Buffer;
  @OfPerson('identity.account') @Ref() accountId!: string;
  /** Null for sessions from before this was kept. */
  @Column('text', { nullable: true }) firstStep!: FirstStepKind | null;
  @Column('text') secondStep!: SecondStepState;
  /** When a code of the authenticator app was last given in it. */
  @Instant({ nullable: true }) secondStepAt!: Date | null;
  @Text({ seenBy, max: 500, default: '' }) userAgent!: string;
  @Instant({ seenBy }) createdAt!: Date;
  @Instant({ seenBy }) lastSeenAt!: Date;
  @Instant() expiresAt!: Date;
  @Instant({ nullable: true }) revokedAt!: Date | null;
  /** HMAC of all that gives the session power; see `SessionSeals`. */
  @Column('bytea', { nullable: true }) seal!: Buffer | null;
  @Answer(() => Boolean, { seenBy, description: 'Whether it is the browser that asks.' }) current!: boolean;
}
