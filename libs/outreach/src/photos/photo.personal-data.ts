import { emptiedValue, namelessValue, personal, type PersonalTable, splitColumns, retain } from '@upstander/platform';
import { decisiveConsent } from './decisive-consent.js';

/**
 * Start of a photo's 365-day retention: the day after a consent ended or was withdrawn. An incomplete photo without consents
 * starts 335 days before it was added, so it's deleted after 30 days.
 */
const noLongerNeeded = `least(
  (SELECT min(least(k.ends_on, k.withdrawn_at::date)) + 1 FROM outreach.photo_consent k WHERE k.photo_id = t.id AND ${decisiveConsent}),
  CASE WHEN NOT EXISTS (SELECT FROM outreach.photo_consent k WHERE k.photo_id = t.id)
    AND outreach.photo_status(t.id, $1::timestamptz::date) = 'incomplete' THEN t.created_at - interval '335 days' END)`;

export const photoConsentPersonalData: PersonalTable = {
  noun: 'consents to photos',
  of: { 'person in a photo': 't.email = $1' },
  erasure: 'columns',
  kept: 'until it expires or is withdrawn; the refusal itself stays',
  about: ['t.id', 't.photo_id'],
  seenBy: 'the person; moderators and admins',
  columns: {
    name: personal.contact(namelessValue),
    email: personal.contact(emptiedValue),
    phone: personal.contact(emptiedValue),
    signed_name: personal.contact(emptiedValue),
    paper: personal.special(emptiedValue, { withheld: 'a scan; ask us for a copy' }),
    paper_sha256: personal.trace(emptiedValue, { withheld: 'name of the stored scan' }),
    paper_type: personal.trace(emptiedValue, { withheld: 'file type of the scan' }),
  },
  // Hides the photo, because it no longer has a valid consent.
  sets: { withdrawn_at: 'coalesce(t.withdrawn_at, $2)', forgotten_at: 'coalesce(t.forgotten_at, $2)' },
  also: {
    photo: '(SELECT p.alt_en FROM outreach.photo p WHERE p.id = t.photo_id)',
    agreed_at: 't.agreed_at',
    ends_on: 't.ends_on',
    for_sharing: 't.for_sharing',
    for_print: 't.for_print',
    withdrawn_at: 't.withdrawn_at',
  },
  others: splitColumns('language way ends_on notified_for'),
};

export const photoPersonalData: PersonalTable = {
  noun: 'photos',
  of: {
    'person in a photo':
      't.id IN (SELECT k.photo_id FROM outreach.photo_consent k WHERE k.email = $1 AND k.forgotten_at IS NULL)',
  },
  erasure: 'none',
  kept: 'until staff delete it, or a year after a consent ended; 30 days if no one was ever asked',
  forgotten: { erasureScope: 'row', after: 365, since: noLongerNeeded },
  about: ['t.id'],
  seenBy: 'everyone, on its pages; moderators and admins',
  columns: {
    alt_en: personal.content(retain('a description without names, written by staff')),
    alt_es: personal.content(retain('a description without names, written by staff')),
    taken_by: personal.contact(retain('copyright law requires crediting the photographer')),
    bytes: personal.special(retain('others may be in it; it is hidden immediately and staff remove it'), {
      withheld: 'others may be in it; the consent page shows it',
    }),
    small_bytes: personal.special(retain('same as the photo'), { withheld: 'same as the photo' }),
  },
  also: { created_at: 't.created_at' },
  others: splitColumns('sha256 small_sha256'),
};
