import { ObjectType } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
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
} from '@upstander/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const PhotoStatus = enumOf('PhotoStatus', 'Whether a photo may be shown, and if not, why.', {
  incomplete: 'Something that everybody who looks at it needs is not written down yet.',
  waiting: 'Somebody who has to agree has not signed yet, or nobody was asked.',
  live: 'It may be shown.',
  ending: 'It may be shown, for 30 days at the most.',
  ended: 'The time that somebody agreed to is over: it is shown nowhere.',
  withdrawn: 'Somebody took their consent back: it is shown nowhere.',
});
export type PhotoStatus = EnumOf<typeof PhotoStatus>;

export const ConsentWay = enumOf('PhotoConsentWay', 'How somebody agrees to a photo.', {
  paper: 'On paper; the signed paper is kept here.',
  link: 'By a link that goes to them by mail, with their name in the place of a signature.',
});
export type ConsentWay = EnumOf<typeof ConsentWay>;

const seenBy = 'anyone';

/** A photo of the site. Its bytes are served as long as everybody who has to agree does. */
@ObjectType({ description: 'A photo that may be shown.' })
@Entity({ schema: 'outreach', name: 'photo' })
export class Photo {
  @Id({ seenBy }) id!: string;
  @Text({ seenBy, max: 250, required: true, description: 'What there is to see, in English, for who cannot see it.' })
  altEn!: string;
  @Text({ seenBy, max: 250, required: true, description: 'What there is to see, in Spanish, for who cannot see it.' })
  altEs!: string;
  @Text({ seenBy, max: 80, required: true, description: 'Who took it; stands below it.' }) takenBy!: string;
  @Count({ seenBy, description: 'How wide it is, in pixels.' }) width!: number;
  @Count({ seenBy, description: 'How high it is, in pixels.' }) height!: number;
  @Bytes() sha256!: Buffer;
  /** Null for one that lies in the bucket. */
  @Column('bytea', { nullable: true, select: false }) bytes!: Buffer | null;
  @Column('bytea', { nullable: true, select: false }) smallBytes!: Buffer | null;
  @Bytes({ nullable: true }) smallSha256!: Buffer | null;
  @Instant({
    ...{ seenBy: 'staff', nullable: true },
    description:
      'When somebody of staff said that nobody in it gets, or ever got, help from us; null while nobody did.',
  })
  nobodyServedAt!: Date | null;
  @Ref({ nullable: true }) nobodyServedBy!: string | null;
  @Ref({ nullable: true }) addedBy!: string | null;
  @Instant({ seenBy: 'staff', precision: 3, description: 'When it was added.' }) createdAt!: Date;
}

/** That somebody agrees to a photo: to what, until when, and how. Only staff and they themselves see it. */
@ObjectType('PhotoConsent', { description: 'Somebody who agrees to a photo, or is asked to.' })
@Entity({ schema: 'outreach', name: 'photo_consent' })
export class PhotoConsent {
  @Id({ seenBy }) id!: string;
  @Ref() photoId!: string;
  @Ref({ seenBy, nullable: true, description: 'The consent that this one renews.' }) renewsId!: string | null;
  @PersonName({ seenBy, max: 80, required: true, description: 'Who agrees; for a child, the parent or guardian.' })
  name!: string;
  @Email({ seenBy, nullable: true, description: 'Where the link goes.' }) email!: string | null;
  @Phone({ seenBy, nullable: true, description: 'Where else they are reached.' }) phone!: string | null;
  @Choice(Locale, { seenBy, default: 'en', description: 'The language they read.' }) language!: LocaleName;
  @Choice(ConsentWay, { seenBy, description: 'How they agree.' }) way!: ConsentWay;
  @Flag({ seenBy, description: 'Whether the photo may also stand where a link to its page is shared.' })
  forSharing!: boolean;
  @Flag({ seenBy, description: 'Whether it may also be printed.' }) forPrint!: boolean;
  @LocalDate({ seenBy, description: 'The last day on which it may be shown.' }) endsOn!: string;
  @PersonName({ seenBy, max: 80, nullable: true, description: 'The name they signed with, by the link.' })
  signedName!: string | null;
  @Column('bytea', { nullable: true, select: false }) paper!: Buffer | null;
  @Bytes({ nullable: true }) paperSha256!: Buffer | null;
  @Code({ nullable: true }) paperType!: string | null;
  @Instant({ seenBy, nullable: true, description: 'When they agreed; null while they have not.' })
  agreedAt!: Date | null;
  @Instant({ seenBy, nullable: true, description: 'When it was taken back.' }) withdrawnAt!: Date | null;
  @Instant({ seenBy, nullable: true, description: 'When their name and address were deleted.' })
  forgottenAt!: Date | null;
  /** For which last day staff were told that it ends. */
  @LocalDate({ nullable: true }) notifiedFor!: string | null;
  @Ref({ nullable: true }) askedBy!: string | null;
  @Instant({ seenBy, description: 'When they were asked.' }) createdAt!: Date;
}

/** Where a photo stands. */
@Entity({ schema: 'outreach', name: 'photo_place' })
export class PhotoPlace {
  @PrimaryColumn('text') page!: string;
  @Ref() photoId!: string;
  @Ref({ nullable: true }) placedBy!: string | null;
  @Instant() placedAt!: Date;
}
