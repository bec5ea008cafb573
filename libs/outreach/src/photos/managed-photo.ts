import { ObjectType } from '@nestjs/graphql';
import { ComputedField, ConnectionOf, LocalDateScalar, SeenBy } from '@upstander/platform';
import { Photo, PhotoConsent, PhotoStatus } from './photo.entity.js';

@ObjectType({ description: 'A photo on a page of the site.' })
export class PlacedPhoto extends SeenBy(Photo, 'anyone') {
  @ComputedField(() => String, { description: 'Path of the image on this site.' }) url!: string;
  @ComputedField(() => String, { description: 'Path of a smaller version, at most 640 pixels wide.' })
  smallUrl!: string;
  @ComputedField(() => String, { description: 'Path of the smallest version, at most 192 pixels wide, for portraits.' })
  portraitUrl!: string;
  @ComputedField(() => String, {
    nullable: true,
    description: 'Section of the page it belongs to; null for the page itself.',
  })
  part!: string | null;
  @ComputedField(() => Boolean, { description: 'True if it can also be used in link previews of the page.' })
  mayShare!: boolean;
}

@ObjectType({ description: 'A photo, as shown to staff who manage the site.' })
export class ManagedPhoto extends SeenBy(Photo, 'staff') {
  @ComputedField(() => PhotoStatus, { description: 'Consent status of the photo.' }) status!: PhotoStatus;
  @ComputedField(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day it may be shown; null if unlimited.',
  })
  endsOn!: string | null;
  @ComputedField(() => [String], { description: 'URLs of the pages that show it.' }) pages!: string[];
  @ComputedField(() => [PhotoConsent], { description: 'Consents given or requested, newest first.' })
  consents!: PhotoConsent[];
  @ComputedField(() => String, {
    description: 'Path of the image on this site, accessible to staff even while it may not be shown.',
  })
  url!: string;
  @ComputedField(() => String, { description: 'Path of a smaller version, at most 640 pixels wide.' })
  smallUrl!: string;
  @ComputedField(() => String, { description: 'Path of the smallest version, at most 192 pixels wide, for portraits.' })
  portraitUrl!: string;
}

@ObjectType({ description: 'A page of photos, newest first.' })
export class PhotoConnection extends ConnectionOf(ManagedPhoto, 'ManagedPhoto') {}

@ObjectType({ description: 'A photo and the consent requested from the person in it.' })
export class MyPhotoConsent extends SeenBy(PhotoConsent, 'anyone') {
  @ComputedField(() => String, { description: 'Description of the photo in English.' }) altEn!: string;
  @ComputedField(() => String, { description: 'Description of the photo in Spanish.' }) altEs!: string;
  @ComputedField(() => [String], { description: 'Pages that currently show it.' }) pages!: string[];
  @ComputedField(() => Boolean, { description: 'True if the consent has expired.' }) isExpired!: boolean;
}
