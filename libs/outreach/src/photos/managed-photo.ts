import { ObjectType } from '@nestjs/graphql';
import { Answer, ConnectionOf, LocalDateScalar, SeenBy } from '@upstander/platform';
import { Photo, PhotoConsent, PhotoStatus } from './photo.entity.js';

@ObjectType({ description: 'A photo on a page of the site.' })
export class PlacedPhoto extends SeenBy(Photo, 'anyone') {
  @Answer(() => String, { description: 'Path of the image on this site.' }) url!: string;
  @Answer(() => String, { description: 'Path of a smaller version, at most 640 pixels wide.' }) smallUrl!: string;
  @Answer(() => String, {
    nullable: true,
    description: 'Section of the page it belongs to; null for the page itself.',
  })
  part!: string | null;
  @Answer(() => Boolean, { description: 'True if it can also be used in link previews of the page.' })
  mayShare!: boolean;
}

@ObjectType({ description: 'A photo, as shown to staff who manage the site.' })
export class ManagedPhoto extends SeenBy(Photo, 'staff') {
  @Answer(() => PhotoStatus, { description: 'Consent status of the photo.' }) status!: PhotoStatus;
  @Answer(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day it may be shown; null if unlimited.',
  })
  endsOn!: string | null;
  @Answer(() => [String], { description: 'URLs of the pages that show it.' }) pages!: string[];
  @Answer(() => [PhotoConsent], { description: 'Consents given or requested, newest first.' })
  consents!: PhotoConsent[];
  @Answer(() => String, {
    description: 'Path of the image on this site, accessible to staff even while it may not be shown.',
  })
  url!: string;
  @Answer(() => String, { description: 'Path of a smaller version, at most 640 pixels wide.' }) smallUrl!: string;
}

@ObjectType({ description: 'A page of photos, newest first.' })
export class PhotoConnection extends ConnectionOf(ManagedPhoto, 'ManagedPhoto') {}

@ObjectType({ description: 'A photo and the consent requested from the person in it.' })
export class MyPhotoConsent extends SeenBy(PhotoConsent, 'anyone') {
  @Answer(() => String, { description: 'Description of the photo in English.' }) altEn!: string;
  @Answer(() => String, { description: 'Description of the photo in Spanish.' }) altEs!: string;
  @Answer(() => [String], { description: 'Pages that currently show it.' }) pages!: string[];
  @Answer(() => Boolean, { description: 'True if the consent has expired.' }) isOver!: boolean;
}
