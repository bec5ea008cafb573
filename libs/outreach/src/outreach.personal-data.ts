import {
  derived,
  emptied,
  emptyText,
  nameless,
  personal,
  personalData,
  retained,
  withRow,
  plain,
} from '@upstander/platform';
import { decisiveConsent } from './photos/photo-columns.js';

const asks = 'SELECT a.id FROM outreach.ask a WHERE a.email = $1';
/**
 * Start of a photo's 365-day retention: the day after a consent ended or was withdrawn. An incomplete photo without consents
 * starts 335 days before it was added, so it's deleted after 30 days.
 */
const noLongerNeeded = `least(
  (SELECT min(least(k.ends_on, k.withdrawn_at::date)) + 1 FROM outreach.photo_consent k WHERE k.photo_id = t.id AND ${decisiveConsent}),
  CASE WHEN NOT EXISTS (SELECT FROM outreach.photo_consent k WHERE k.photo_id = t.id)
    AND outreach.photo_status(t.id, $1::timestamptz::date) = 'incomplete' THEN t.created_at - interval '335 days' END)`;
const school = '(SELECT a.school FROM outreach.ask a WHERE a.id = t.ask_id)';

export const outreachPersonalData = personalData.define({
  'outreach.ask': {
    noun: 'asks to schools',
    of: { 'person who writes to a school': 't.email = $1' },
    erasure: 'columns',
    kept: '14 days unconfirmed, then as long as the request; anonymous after an erasure',
    forgotten: { erasureScope: 'row', after: 14, since: `CASE WHEN t.status = 'unconfirmed' THEN t.created_at END` },
    about: ['t.id'],
    seenBy: 'the person; organizers of the chapter',
    columns: {
      name: personal.contact(emptied),
      email: personal.contact(emptied),
      letter_en: personal.content(emptyText),
      letter_es: personal.content(emptyText),
      search_text: personal.contact(derived, { withheld: 'derived from other columns' }),
    },
    sets: { token_version: 't.token_version + 1' },
    also: { school: 't.school', city: 't.city', state: 't.state', status: 't.status', created_at: 't.created_at' },
    codes: { status: 'schoolAskStatus' },
    others: plain('school city state asker language letter_by status next_step next_step_on'),
  },
  'outreach.note': {
    noun: 'notes on asks to schools',
    of: { 'person who writes to a school': `t.ask_id IN (${asks})` },
    erasure: 'row',
    kept: 'as long as the request',
    seenBy: 'organizers of the chapter',
    columns: {
      body: personal.content(withRow, { withheld: 'about the school, and names people there' }),
    },
    also: { school, created_at: 't.created_at' },
  },
  'outreach.contact': {
    noun: 'contacts at schools',
    of: { 'school contact': 't.email = $1' },
    erasure: 'row',
    kept: 'as long as the request',
    seenBy: 'organizers of the chapter',
    columns: {
      name: personal.contact(withRow),
      role: personal.content(withRow),
      email: personal.contact(withRow),
      phone: personal.contact(withRow),
    },
    also: { school, created_at: 't.created_at' },
  },
  'outreach.photo_consent': {
    noun: 'consents to photos',
    of: { 'person in a photo': 't.email = $1' },
    erasure: 'columns',
    kept: 'until it expires or is withdrawn; the refusal itself stays',
    about: ['t.id', 't.photo_id'],
    seenBy: 'the person; moderators and admins',
    columns: {
      name: personal.contact(nameless),
      email: personal.contact(emptied),
      phone: personal.contact(emptied),
      signed_name: personal.contact(emptied),
      paper: personal.special(emptied, { withheld: 'a scan; ask us for a copy' }),
      paper_sha256: personal.trace(emptied, { withheld: 'name of the stored scan' }),
      paper_type: personal.trace(emptied, { withheld: 'file type of the scan' }),
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
    others: plain('language way ends_on notified_for'),
  },
  'outreach.photo': {
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
      alt_en: personal.content(retained('a description without names, written by staff')),
      alt_es: personal.content(retained('a description without names, written by staff')),
      taken_by: personal.contact(retained('copyright law requires crediting the photographer')),
      bytes: personal.special(retained('others may be in it; it is hidden immediately and staff remove it'), {
        withheld: 'others may be in it; the consent page shows it',
      }),
      small_bytes: personal.special(retained('same as the photo'), { withheld: 'same as the photo' }),
    },
    also: { created_at: 't.created_at' },
    others: plain('sha256 small_sha256'),
  },
  'outreach.site_message': {
    noun: 'messages to us',
    of: { visitor: 't.email = $1' },
    erasure: 'row',
    kept: 'a year after it was answered, or two years without an answer',
    forgotten: { erasureScope: 'row', after: 365, since: `least(t.answered_at, t.received_at + interval '365 days')` },
    about: ['t.id'],
    seenBy: 'organizers of the chapter that received it',
    columns: {
      name: personal.contact(withRow),
      email: personal.contact(withRow),
      body: personal.content(withRow),
    },
    also: { status: 't.status', received_at: 't.received_at' },
    codes: { status: 'siteMessageStatus' },
    others: plain('language status form_hash'),
  },
  'outreach.school_talk': {
    noun: 'requests for school talks',
    of: { requester: 't.email = $1' },
    erasure: 'row',
    kept: 'a year after the last status change, or two years without one',
    forgotten: { erasureScope: 'row', after: 365, since: `coalesce(t.status_at, t.received_at + interval '365 days')` },
    about: ['t.id'],
    seenBy: 'organizers of the chapter that received it',
    columns: {
      name: personal.contact(withRow),
      role: personal.content(withRow),
      email: personal.contact(withRow),
      phone: personal.contact(withRow),
      preferred_dates: personal.content(withRow),
      message: personal.content(withRow),
    },
    also: {
      school: 't.school',
      city: 't.city',
      grades: 't.grades',
      students: 't.students',
      status: 't.status',
      received_at: 't.received_at',
    },
    codes: { status: 'schoolTalkStatus' },
    others: plain('school city postcode grades format talk_language language status form_hash'),
  },
  'outreach.ask_change': { others: plain('kind from_status to_status detail') },
  'outreach.directory_entry': {
    others: plain('kind nces_id name level city state postcode search_text'),
  },
  'outreach.document': { others: plain('file_name sha256 bytes') },
  'outreach.lesson': { others: plain('taught_on curriculum') },
  'outreach.photo_place': { others: plain('page') },
  'outreach.statute': {
    others: plain('code state name asks_en asks_es duties publisher url checked_on'),
  },
});
