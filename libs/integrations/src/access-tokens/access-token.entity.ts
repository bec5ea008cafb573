import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { RecordName, StaffArea, ofAccount, type StaffAreaName } from '@upstander/identity';
import {
  BelongsToPerson,
  Choice,
  Choices,
  ComputedField,
  deletedWithRow,
  enumOf,
  type EnumOf,
  Id,
  InputOf,
  Instant,
  personal,
  PersonalData,
  Ref,
  splitColumns,
  Text,
} from '@upstander/platform';
import { Column, Entity } from 'typeorm';

export const AccessTokenKind = enumOf('AccessTokenKind', 'Kind of an access token.', {
  personal: 'For a program of its owner. It works with the roles of the owner.',
  service: 'For a program of the organization, created by an admin. It works with the admin role of its owner.',
});
export type AccessTokenKind = EnumOf<typeof AccessTokenKind>;

export const AccessTokenStatus = enumOf('AccessTokenStatus', 'Status of an access token.', {
  active: 'Programs can use it.',
  expired: 'Its time is over.',
  revoked: 'A person revoked it.',
});
export type AccessTokenStatus = EnumOf<typeof AccessTokenStatus>;

/** Areas that programs work in. Never security settings, roles, disbursements or personal data requests. */
export const tokenAreas: readonly StaffAreaName[] = [
  'events',
  'roster',
  'volunteers',
  'gifts',
  'recurring_gifts',
  'opportunities',
];

const seenBy = 'anyone';

@ObjectType({ description: 'Access of a program to the API, narrowed to some areas. Its secret is shown only once.' })
@PersonalData({
  noun: 'access tokens',
  of: { staff: ofAccount('t.owner_id') },
  erasure: 'row',
  kept: 'a year after it expires',
  forgotten: { erasureScope: 'row', after: 365, since: 't.expires_at' },
  seenBy: 'admins; no one sees the secret',
  columns: {
    name: personal.content(deletedWithRow),
    token_hash: personal.access(deletedWithRow, { withheld: 'a hash of the secret' }),
  },
  also: {
    created_at: 't.created_at',
    expires_at: 't.expires_at',
    last_used_at: 't.last_used_at',
    revoked_at: 't.revoked_at',
  },
  others: splitColumns('kind view_areas manage_areas seal'),
})
@RecordName('accessToken', {
  sql: 'SELECT id, name FROM integrations.access_token WHERE id = ANY ($1::uuid[])',
  path: () => '/settings/access-tokens',
})
@Entity({ schema: 'integrations', name: 'access_token' })
export class AccessToken {
  @Id({ seenBy }) id!: string;
  @BelongsToPerson('account') @Ref() ownerId!: string;
  @Choice(AccessTokenKind, { seenBy }) kind!: AccessTokenKind;
  @Text({ seenBy, max: 60, required: true, description: 'Name of the program that uses it.' }) name!: string;
  @Choices(StaffArea, { seenBy, default: [], description: 'Areas that it can read.' }) viewAreas!: StaffAreaName[];
  @Choices(StaffArea, { seenBy, default: [], description: 'Areas that it can read and change.' })
  manageAreas!: StaffAreaName[];
  @Ref({
    seenBy,
    nullable: true,
    description: 'ID of the only chapter it works in, as an organizer; null for all chapters of its owner.',
  })
  chapterId!: string | null;
  @Column('bytea') tokenHash!: Buffer;
  @Instant({ seenBy, precision: 3 }) createdAt!: Date;
  @Instant({ seenBy, precision: 3 }) expiresAt!: Date;
  @Instant({ seenBy, nullable: true, description: 'Time of the last request, to the minute; null if never used.' })
  lastUsedAt!: Date | null;
  @Instant({ seenBy, nullable: true, description: 'When it was revoked; null if it was not.' }) revokedAt!: Date | null;
  /** HMAC of everything that gives the token its rights; see `AccessTokenSeals`. */
  @Column('bytea') seal!: Buffer;
  @ComputedField(() => AccessTokenStatus) status!: AccessTokenStatus;
  @ComputedField(() => String, { description: 'Name of the account whose roles it works with.' }) ownerName!: string;
  @ComputedField(() => String, { nullable: true, description: 'Name of the only chapter it works in.' })
  chapterName!: string | null;
}

@ObjectType({ description: 'A new access token with its secret, which is shown only once.' })
export class AccessTokenSecret {
  @Field(() => AccessToken, { description: 'The access token.' }) accessToken!: AccessToken;
  @Field(() => String, { description: 'The secret that a program sends; starts with ups_.' }) secret!: string;
}

@ObjectType({ description: 'An area that a new access token can include.' })
export class AccessTokenArea {
  @Field(() => StaffArea, { description: 'The area.' }) area!: StaffAreaName;
  @Field(() => Boolean, { description: 'True if the token could also change something in this area.' })
  canManage!: boolean;
}

export const longestLifetimeDays = 365;

@InputType({ description: 'An access token for a program.' })
export class CreateAccessTokenInput extends InputOf(AccessToken, {
  required: ['name', 'kind'],
  optional: ['viewAreas', 'manageAreas'],
}) {
  @Field(() => ID, { nullable: true, description: 'ID of the only chapter it works in; omit for all of its owner.' })
  chapterId?: string | null;
  @Field(() => Int, { description: `Days until it expires; at most ${longestLifetimeDays}.` }) days!: number;
}
