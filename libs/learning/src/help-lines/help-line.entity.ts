import { ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import {
  Choice,
  Code,
  Count,
  enumOf,
  type EnumOf,
  Flag,
  Id,
  Instant,
  Languages,
  LocalDate,
  LongText,
  Ref,
  Text,
  WebAddress,
  NoPersonalData,
} from '@upstander/platform';
import { Entity } from 'typeorm';

export const NumberKind = enumOf('NumberKind', 'Kind of phone number.', {
  e164: 'A phone number with its country code, for example +18883737888.',
  short_code: 'A short number used within one country, for example 911.',
});
export type NumberKind = EnumOf<typeof NumberKind>;

const seenBy = 'anyone';

/** A help line run by another organization; our information depends on what it publishes. */
@ObjectType({ description: 'A help line that people in need can call, text, or chat with.' })
@NoPersonalData(
  'code name name_es about about_es phone_kind phone phone_shown text_kind text_number text_shown tty chat_url hours hours_es languages country area area_es source_name source_url verified_on verify_by told_for checked_on',
)
@RecordName('helpLine', {
  also: ['helpLineChange'],
  sql: 'SELECT id, name, name_es AS "nameEs" FROM learning.help_line WHERE id = ANY ($1::uuid[])',
  path: ({ id }) => `/help-lines/${id}`,
})
@Entity({ schema: 'learning', name: 'help_line' })
export class HelpLine {
  @Id({ seenBy }) id!: string;
  /** ID used by releases; null for a help line added by staff. */
  @Code({ nullable: true }) code!: string | null;
  @Text({ seenBy, max: 80, required: true, description: 'Name in English.' }) name!: string;
  @Text({ seenBy, max: 80, required: true, description: 'Name in Spanish.' }) nameEs!: string;
  @LongText({ seenBy, max: 200, required: true, description: 'Purpose of the help line, in English.' }) about!: string;
  @LongText({ seenBy, max: 200, required: true, description: 'Purpose of the help line, in Spanish.' })
  aboutEs!: string;
  @Choice(NumberKind, { seenBy, description: 'Kind of number in `phone`.' }) phoneKind!: NumberKind;
  @Text({ seenBy, max: 30, required: true, description: 'Number to dial.' }) phone!: string;
  @Text({ seenBy, max: 30, description: 'Number formatted for display.' }) phoneShown!: string;
  @Choice(NumberKind, { seenBy, nullable: true, description: 'Kind of number in `textNumber`.' })
  textKind!: NumberKind | null;
  @Text({ seenBy, max: 30, nullable: true, description: 'Number for text messages; null if it takes none.' })
  textNumber!: string | null;
  @Text({ seenBy, max: 30, nullable: true, description: 'Text number formatted for display.' }) textShown!:
    | string
    | null;
  @Text({ seenBy, max: 30, nullable: true, description: 'TTY number; null if none.' })
  tty!: string | null;
  @WebAddress({ seenBy, nullable: true, description: 'URL of the chat; null if none.' })
  chatUrl!: string | null;
  @Flag({ seenBy, description: 'True if it is available 24 hours a day, 7 days a week.' }) allDay!: boolean;
  @Text({ seenBy, max: 120, nullable: true, description: 'Opening hours if not 24/7, in English.' }) hours!:
    | string
    | null;
  @Text({ seenBy, max: 120, nullable: true, description: 'Opening hours if not 24/7, in Spanish.' })
  hoursEs!: string | null;
  @Flag({ seenBy, default: false, description: 'True if the help line states that it is confidential.' })
  confidential!: boolean;
  @Flag({ seenBy, default: false, description: 'True if people can report something they noticed.' })
  takesReports!: boolean;
  @Flag({ seenBy, default: false, description: 'True if it is for emergencies.' }) forEmergencies!: boolean;
  @Languages({ seenBy, max: 20, default: [], description: 'Languages spoken by its staff; empty if unknown.' })
  languages!: string[];
  @Count({
    seenBy,
    nullable: true,
    min: 1,
    max: 1000,
    description: 'Number of additional languages through an interpreter; null if none.',
  })
  interpretedLanguages!: number | null;
  @Text({
    seenBy,
    max: 2,
    default: 'US',
    description: 'ISO 3166 code of the country it serves from.',
    fault: countryFault,
  })
  country!: string;
  @Text({
    seenBy,
    max: 80,
    default: '',
    description: 'Area within the country, in English; empty for the whole country.',
  })
  area!: string;
  @Text({
    seenBy,
    max: 80,
    default: '',
    description: 'Area within the country, in Spanish; empty for the whole country.',
  })
  areaEs!: string;
  @Text({ seenBy, max: 120, required: true, description: 'Name of the source of this information.' })
  sourceName!: string;
  @Count({ seenBy, min: 2000, max: 2100, description: 'Year of the source.' }) sourceYear!: number;
  @WebAddress({ seenBy, required: true, description: 'URL of the source.' }) sourceUrl!: string;
  @LocalDate({ seenBy, description: 'Date it was last compared with its source.' }) verifiedOn!: string;
  @LocalDate({ seenBy, description: 'Date it is due for verification.' }) verifyBy!: string;
  @Ref({ nullable: true }) verifiedBy!: string | null;
  @Count({ seenBy: 'staff', default: 100, min: 1, max: 1000, description: 'Position in the list of help lines.' })
  position!: number;
  @Flag({ seenBy: 'staff', default: false, description: 'True if it is on the site.' }) published!: boolean;
  @Flag({ seenBy, default: false, description: 'True for the national help lines, which are always on every page.' })
  national!: boolean;
  @LocalDate({ seenBy, nullable: true, description: 'Date a person last checked it; null if never.' })
  checkedOn!: string | null;
  @Instant({ seenBy: 'staff', nullable: true, description: 'When it was removed, while that can be undone.' })
  removedAt!: Date | null;
  /** ID of the approved change behind its current state. */
  @Ref({ nullable: true }) changeId!: string | null;
  /** Verification due date that staff were already notified about. */
  @LocalDate({ nullable: true, column: 'told_for' }) notifiedFor!: string | null;
  @Instant({ default: () => 'now()' }) createdAt!: Date;
  @Instant({ seenBy: 'staff', default: () => 'now()', description: 'When it was last updated or checked.' })
  updatedAt!: Date;
}

function countryFault(country: string): string | null {
  return /^[A-Z]{2}$/.test(country) ? null : 'not-a-choice';
}
