import { ObjectType } from '@nestjs/graphql';
import { Locale, RecordName, type LocaleName } from '@upstander/identity';
import {
  Bytes,
  Choice,
  Code,
  Count,
  Email,
  enumOf,
  type EnumOf,
  Flag,
  Id,
  Instant,
  LocalDate,
  PersonName,
  Phone,
  Ref,
  Text,
  PersonalData,
  NoPersonalData,
} from '@upstander/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { photoConsentPersonalData, photoPersonalData } from './photo.personal-data.js';

export const PhotoStatus = enumOf(
  'PhotoStatus',
  "Status of a photo's consent. Only live and ending photos may be shown.",
  {
    incomplete: 'Required information is missing.',
    waiting: 'A required consent was not requested or not signed yet.',
    live: 'May be shown.',
    ending: 'May be shown for 30 more days at most.',
    ended: 'A consent expired; the photo is not shown.',
    withdrawn: 'A consent was withdrawn; the photo is not shown.',
  },
);
export type PhotoStatus = EnumOf<typeof PhotoStatus>;

export const ConsentWay = enumOf('PhotoConsentMethod', 'How consent for a photo is given.', {
  paper: 'On paper, with the signed form stored here.',
  link: 'By an emailed link, with a typed name as the signature.',
});
export type ConsentWay = EnumOf<typeof ConsentWay>;

const seenBy = 'anyone';

/** A photo on the site. Its bytes are served only while every required consent is in effect. */
@ObjectType({ description: 'A photo that may be shown.' })
@PersonalData(photoPersonalData)
@RecordName('photo', {
  also: ['photoConsent', 'photoOff'],
  sql: 'SELECT id, alt_en AS name, alt_es AS "nameEs" FROM outreach.photo WHERE id = ANY ($1::uuid[])',
  path: ({ id }) => `/photos/${id}`,
})
@Entity({ schema: 'outreach', name: 'photo' })
export class Photo {
  @Id({ seenBy }) id!: string;
  @Text({
    seenBy,
    max: 250,
    required: true,
    description: 'Alternative text in English, for people who cannot see the photo.',
  })
  altEn!: string;
  @Text({
    seenBy,
    max: 250,
    required: true,
    description: 'Alternative text in Spanish, for people who cannot see the photo.',
  })
  altEs!: string;
  @Text({ seenBy, max: 80, required: true, description: 'Photo credit, shown below the photo.' }) takenBy!: string;
  @Count({ seenBy, description: 'Width in pixels.' }) width!: number;
  @Count({ seenBy, description: 'Height in pixels.' }) height!: number;
  @Bytes() sha256!: Buffer;
  /** Null if stored in the bucket. */
  @Column('bytea', { nullable: true, select: false }) bytes!: Buffer | null;
  @Column('bytea', { nullable: true, select: false }) smallBytes!: Buffer | null;
  @Bytes({ nullable: true }) smallSha256!: Buffer | null;
  @Instant({
    seenBy: 'staff',
    nullable: true,
    description:
      'When staff confirmed that no one in the photo receives or ever received our help; null if not confirmed.',
    column: 'nobody_served_at',
  })
  confirmedNoClientsAt!: Date | null;
  @Ref({ nullable: true }) nobodyServedBy!: string | null;
  @Ref({ nullable: true }) addedBy!: string | null;
  @Instant({ seenBy: 'staff', precision: 3, description: 'When it was added.' }) createdAt!: Date;
}

/** Visible only to staff and the person. */
@ObjectType('PhotoConsent', { description: "A person's consent to a photo, given or requested." })
@PersonalData(photoConsentPersonalData)
@RecordName('photoConsent', {
  also: ['photoConsents', 'renews'],
  sql: 'SELECT id, name, photo_id AS "pageId" FROM outreach.photo_consent WHERE id = ANY ($1::uuid[])',
  path: ({ pageId }) => `/photos/${pageId}`,
})
@Entity({ schema: 'outreach', name: 'photo_consent' })
export class PhotoConsent {
  @Id({ seenBy }) id!: string;
  @Ref() photoId!: string;
  @Ref({ seenBy, nullable: true, description: 'ID of the consent that this one renews.' }) renewsId!: string | null;
  @PersonName({
    seenBy,
    max: 80,
    required: true,
    description: 'Name of the person consenting; for a child, the parent or guardian.',
  })
  name!: string;
  @Email({ seenBy, nullable: true, description: 'Email address for the consent link.' }) email!: string | null;
  @Phone({ seenBy, nullable: true, description: 'Phone number of the person.' }) phone!: string | null;
  @Choice(Locale, { seenBy, default: 'en', description: 'Preferred language of the person.' }) language!: LocaleName;
  @Choice(ConsentWay, { seenBy, description: 'How consent is given.', column: 'way' }) method!: ConsentWay;
  @Flag({ seenBy, description: 'True if the photo can also be used in link previews of its page.' })
  forSharing!: boolean;
  @Flag({ seenBy, description: 'True if the photo can also be printed.' }) forPrint!: boolean;
  @LocalDate({ seenBy, description: 'Last day the photo may be shown.' }) endsOn!: string;
  @PersonName({ seenBy, max: 80, nullable: true, description: 'Name typed as the signature, if given by link.' })
  signedName!: string | null;
  @Column('bytea', { nullable: true, select: false }) paper!: Buffer | null;
  @Bytes({ nullable: true }) paperSha256!: Buffer | null;
  @Code({ nullable: true }) paperType!: string | null;
  @Instant({ seenBy, nullable: true, description: 'When consent was given; null if not given.' })
  agreedAt!: Date | null;
  @Instant({ seenBy, nullable: true, description: 'When consent was withdrawn.' }) withdrawnAt!: Date | null;
  @Instant({ seenBy, nullable: true, description: "When the person's name and email address were deleted." })
  forgottenAt!: Date | null;
  /** Last day that staff were already notified about. */
  @LocalDate({ nullable: true }) notifiedFor!: string | null;
  @Ref({ nullable: true }) askedBy!: string | null;
  @Instant({ seenBy, description: 'When consent was requested.' }) createdAt!: Date;
}

@NoPersonalData('page')
@Entity({ schema: 'outreach', name: 'photo_place' })
export class PhotoPlace {
  @PrimaryColumn('text') page!: string;
  @Ref() photoId!: string;
  @Ref({ nullable: true }) placedBy!: string | null;
  @Instant() placedAt!: Date;
}
