import { ObjectType } from '@nestjs/graphql';
import { Answer, ConnectionOf, LocalDateScalar, SeenBy } from '@upstander/platform';
import { Photo, PhotoConsent, PhotoStatus } from './photo.entity.js';

@ObjectType({ description: 'A photo on a page of the site.' })
export class PlacedPhoto extends SeenBy(Photo, 'anyone') {
  @Answer(() => String, { description: 'Its path on this site.' }) url!: string;
  @Answer(() => String, { description: 'The path of the same at most 640 pixels wide.' }) smallUrl!: string;
  @Answer(() => String, {
    nullable: true,
    description: 'The part of the page it belongs to; null for the page itself.',
  })
  part!: string | null;
  @Answer(() => Boolean, { description: 'Whether it may also stand where a link to the page is shared.' })
  mayShare!: boolean;
}

@ObjectType({ description: 'A photo, as those who look after the site see it.' })
export class ManagedPhoto extends SeenBy(Photo, 'staff') {
  @Answer(() => PhotoStatus, { description: 'Whether it may be shown.' }) status!: PhotoStatus;
  @Answer(() => LocalDateScalar, {
    nullable: true,
    description: 'The last day on which it may be shown; null for none.',
  })
  endsOn!: string | null;
  @Answer(() => [String], { description: 'The pages it stands on, by their addresses.' }) pages!: string[];
  @Answer(() => [PhotoConsent], { description: 'Who agrees, or is asked to; the last first.' })
  consents!: PhotoConsent[];
  @Answer(() => String, { description: 'Its path on this site, for staff also while it may not be shown.' })
  url!: string;
  @Answer(() => String, { description: 'The path of the same at most 640 pixels wide.' }) smallUrl!: string;
}

@ObjectType({ description: 'A page of photos, the last added first.' })
export class PhotoConnection extends ConnectionOf(ManagedPhoto, 'ManagedPhoto') {}

@ObjectType({ description: 'A photo that somebody is asked to agree to, for themselves.' })
export class MyPhotoConsent extends SeenBy(PhotoConsent, 'anyone') {
  @Answer(() => String, { description: 'What there is to see, in English.' }) altEn!: string;
  @Answer(() => String, { description: 'What there is to see, in Spanish.' }) altEs!: string;
  @Answer(() => [String], { description: 'The pages it stands on now.' }) pages!: string[];
  @Answer(() => Boolean, { description: 'Whether the time they agreed to is over.' }) isOver!: boolean;
}
