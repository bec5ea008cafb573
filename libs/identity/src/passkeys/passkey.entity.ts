import { Field, InputType, ObjectType } from '@nestjs/graphql';
import {
  BelongsToPerson,
  deletedWithRow,
  Id,
  InputOf,
  Instant,
  personal,
  PersonalData,
  Ref,
  SeenBy,
  splitColumns,
  Text,
} from '@upstander/platform';
import { Column, Entity } from 'typeorm';
import { ofAccount } from '../accounts/rows/account-columns.js';
import { PasskeyAttestation } from './passkey-response.input.js';

const seenBy = 'owner';

/** A discoverable WebAuthn credential of a staff account. The private key never leaves the device. */
@PersonalData({
  noun: 'passkeys',
  of: { staff: ofAccount('t.account_id') },
  erasure: 'row',
  kept: 'until it is removed',
  seenBy: 'no one',
  columns: {
    name: personal.content(deletedWithRow),
    credential_id: personal.access(deletedWithRow, { withheld: 'it identifies the device' }),
    public_key: personal.access(deletedWithRow, { withheld: 'it identifies the device' }),
  },
  also: { created_at: 't.created_at', last_used_at: 't.last_used_at' },
  others: splitColumns('seal'),
})
@Entity({ schema: 'identity', name: 'passkey' })
export class Passkey {
  @Id({ seenBy }) id!: string;
  @BelongsToPerson() @Ref() accountId!: string;
  @Column('bytea') credentialId!: Buffer;
  /** In COSE format. */
  @Column('bytea') publicKey!: Buffer;
  /** Signature counter of the device; 0 if it has none. Never decreases. */
  @Column('bigint') counter!: string;
  @Text({ seenBy, max: 60, required: true, description: 'Name that the owner gave it, for example of the device.' })
  name!: string;
  @Instant({ seenBy, precision: 3 }) createdAt!: Date;
  @Instant({ seenBy, nullable: true, precision: 3, description: 'When it last signed in or confirmed; null if never.' })
  lastUsedAt!: Date | null;
  /** HMAC of the account and both keys; see `PasskeySeals`. */
  @Column('bytea') seal!: Buffer;
}

@ObjectType('Passkey', { description: 'A passkey of the signed-in user.' })
export class MyPasskey extends SeenBy(Passkey, 'owner') {}

@InputType({ description: 'A new passkey.' })
export class AddPasskeyInput extends InputOf(Passkey, { required: ['name'] }) {
  @Field(() => PasskeyAttestation, { description: 'Response of the device.' }) attestation!: PasskeyAttestation;
}
