import { selectList } from '@upstander/platform';
import { decisiveConsent } from './decisive-consent.js';
import type { ManagedPhoto, PlacedPhoto } from './managed-photo.js';
import { Photo, PhotoConsent } from './photo.entity.js';

/** SQL condition: photo `p` may be shown on this date. */
export const isLive = (today: string) => `outreach.photo_status(p.id, ${today}::date) IN ('live', 'ending')`;

/** SQL condition: photo `p` may be at place `l`. A portrait needs the consent of the person whose name is next to it. */
export const suitsPlace = `(strpos(l.page, '#') = 0 OR starts_with(l.page, '/fundraisers/')
  OR outreach.is_portrait_of(p.id, outreach.portrayed_name(l.page)))`;

/** Columns of photo `p` for pages. Its URLs are derived from the ID. */
export const placedColumns = `${selectList(Photo, 'p', 'anyone')}, nullif(split_part(l.page, '#', 2), '') AS part,
  NOT EXISTS (SELECT FROM outreach.photo_consent k WHERE k.photo_id = p.id AND NOT k.for_sharing AND ${decisiveConsent}) AS "mayShare"`;

export const managedColumns = (today: string) => `${selectList(Photo, 'p', 'staff')},
  outreach.photo_status(p.id, ${today}::date) AS status,
  (SELECT min(k.ends_on)::text FROM outreach.photo_consent k WHERE k.photo_id = p.id AND ${decisiveConsent}) AS "endsOn",
  ARRAY(SELECT l.page FROM outreach.photo_place l WHERE l.photo_id = p.id ORDER BY l.page) AS pages`;

export const consentColumns = selectList(PhotoConsent, 'k', 'anyone');

export const photoConsentLink = 'photo-consent';

interface Urls {
  url: string;
  smallUrl: string;
  portraitUrl: string;
}

export function urlsOf(id: string): Urls {
  return {
    url: `/photos/${id}.webp`,
    smallUrl: `/photos/${id}-small.webp`,
    portraitUrl: `/photos/${id}-portrait.webp`,
  };
}

export type PlacedPhotoRow = Omit<PlacedPhoto, keyof Urls> & Record<string, unknown>;
export type ManagedRow = Omit<ManagedPhoto, keyof Urls | 'consents'> & Record<string, unknown>;
