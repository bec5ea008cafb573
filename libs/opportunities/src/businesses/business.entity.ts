import { RecordName } from '@upstander/identity';
import {
  Count,
  Flag,
  Id,
  Instant,
  Json,
  LocalDate,
  LongText,
  Phone,
  Text,
  Status,
  PersonalData,
} from '@upstander/platform';
import { isSupportedCountry } from 'libphonenumber-js';
import { Entity } from 'typeorm';
import { BusinessStatus } from './business-status.js';
import type { VettedFields } from './vetted-fields.js';
import { websiteFault, websiteFrom } from './website.js';
import { businessPersonalData } from './business.personal-data.js';

const seenBy = 'owner';

// Rejects invisible characters and direction overrides, which can make two names look alike. Keeps the joiners used in
// Persian.
const invisibleCharacters =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|\u{e0000}|[\u{e0001}-\u{e007f}]/u;
const visibleText = { required: true, fault: (text: string) => (invisibleCharacters.test(text) ? 'not-text' : null) };

@PersonalData(businessPersonalData)
@RecordName('business', {
  also: ['businessChanges', 'businessMember', 'evidence'],
  sql: 'SELECT id, legal_name AS name FROM opportunities.business WHERE id = ANY ($1::uuid[])',
  path: ({ id }) => `/businesses/${id}`,
})
@Entity({ schema: 'opportunities', name: 'business' })
export class Business {
  @Id({ seenBy }) id!: string;
  // Rejects web and email addresses: the name appears in emails to people who didn't ask for them.
  @Text({
    ...visibleText,
    seenBy,
    max: 200,
    fault: (text: string) => visibleText.fault(text) ?? (/:\/\/|www\.|@/i.test(text) ? 'not-a-name' : null),
  })
  legalName!: string;
  @Text({ ...visibleText, seenBy, max: 40, fault: numberFault, description: 'Number in the public registry.' })
  registrationNumber!: string;
  @Text({ ...visibleText, seenBy, max: 200 }) street!: string;
  @Text({ ...visibleText, seenBy, max: 100 }) city!: string;
  @Text({ ...visibleText, seenBy, max: 100 }) region!: string;
  @Text({ ...visibleText, seenBy, max: 20 }) postalCode!: string;
  @Text({
    required: true,
    seenBy,
    max: 60,
    default: 'US',
    description: 'Two-letter ISO 3166 country code.',
    tidy: (text: string) => text.toUpperCase(),
    fault: (text: string) => (isSupportedCountry(text) ? null : 'not-a-country'),
  })
  country!: string;
  @Text({
    required: true,
    seenBy,
    max: 300,
    fault: (text: string) => visibleText.fault(text) ?? websiteFault(text),
    tidy: (text: string) => (websiteFault(text) ? text : websiteFrom(text).website),
  })
  website!: string;
  /** Host name of the website without `www.`. */
  @Text({ max: 253 }) mailDomain!: string;
  @Text({ ...visibleText, seenBy, max: 120, description: 'Name of the supervisor of the people it hires.' })
  supervisorName!: string;
  @Text({ ...visibleText, seenBy, max: 120 }) supervisorTitle!: string;
  @Phone({ required: true, seenBy }) supervisorPhone!: string;
  @LongText({
    ...visibleText,
    seenBy,
    max: 2_000,
    description: 'What the business offers. Not reviewed; can be edited at any time.',
  })
  offers!: string;
  @Status(BusinessStatus, { seenBy }) status!: BusinessStatus;
  @LongText({
    seenBy,
    max: 2_000,
    default: '',
    description: 'Message from staff about its status; empty if none.',
  })
  statusReason!: string;
  @LocalDate({
    seenBy,
    nullable: true,
    description: 'Last day of its approval (UTC); for a lapsed business, the day it expired.',
  })
  approvedUntil!: string | null;
  @Json({ nullable: true }) approvedFields!: VettedFields | null;
  @Count({
    seenBy: 'staff',
    default: 1,
    description: 'Number of the current vetting round. Each approval belongs to one round.',
  })
  round!: number;
  @Count({ default: 1 }) evidenceSince!: number;
  @Flag({
    seenBy,
    default: false,
    description: 'True if approved and under review for the next year; still shown meanwhile.',
  })
  renewing!: boolean;
  @Instant({ seenBy, description: 'When it was last submitted.' }) submittedAt!: Date;
  @Instant({ seenBy, nullable: true, description: 'When it was last approved.' }) vettedAt!: Date | null;
  @Instant() createdAt!: Date;
  @Instant() updatedAt!: Date;
}

function numberFault(text: string): string | null {
  const isValid = /^[A-Za-z0-9][A-Za-z0-9 ./-]*$/.test(text) && text.replace(/[^A-Za-z0-9]/g, '').length >= 3;
  return visibleText.fault(text) ?? (isValid ? null : 'not-a-registration-number');
}
