import { ObjectType } from '@nestjs/graphql';
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
} from '@upstander/platform';
import { Entity } from 'typeorm';

export const NumberKind = enumOf('NumberKind', 'What sort of number it is.', {
  e164: 'A telephone number with its country, such as +18883737888.',
  short_code: 'A short number of one country, dialled as it stands, such as 911.',
});
export type NumberKind = EnumOf<typeof NumberKind>;

const seenBy = 'anyone';

/** A line that somebody in need can call or write to. Others answer it: what is said of it rests on what they say. */
@ObjectType({ description: 'A line that somebody in need can call or write to.' })
@Entity({ schema: 'learning', name: 'help_line' })
export class HelpLine {
  @Id({ seenBy }) id!: string;
  /** What a release knows it by; null for a line that staff added. */
  @Code({ nullable: true }) code!: string | null;
  @Text({ seenBy, max: 80, required: true, description: 'What it is called in English.' }) name!: string;
  @Text({ seenBy, max: 80, required: true, description: 'What it is called in Spanish.' }) nameEs!: string;
  @LongText({ seenBy, max: 200, required: true, description: 'What it is for, in English.' }) about!: string;
  @LongText({ seenBy, max: 200, required: true, description: 'What it is for, in Spanish.' }) aboutEs!: string;
  @Choice(NumberKind, { seenBy, description: 'What sort of number `phone` is.' }) phoneKind!: NumberKind;
  @Text({ seenBy, max: 30, required: true, description: 'What is dialled.' }) phone!: string;
  @Text({ seenBy, max: 30, description: 'The number as people read it.' }) phoneShown!: string;
  @Choice(NumberKind, { seenBy, nullable: true, description: 'What sort of number `textNumber` is.' })
  textKind!: NumberKind | null;
  @Text({ seenBy, max: 30, nullable: true, description: 'Where text messages go; null where it takes none.' })
  textNumber!: string | null;
  @Text({ seenBy, max: 30, nullable: true, description: 'The same as people read it.' }) textShown!: string | null;
  @Text({ seenBy, max: 30, nullable: true, description: 'For a text telephone; null where none is named.' })
  tty!: string | null;
  @WebAddress({ seenBy, nullable: true, description: 'Where one chats with it; null where it has no chat.' })
  chatUrl!: string | null;
  @Flag({ seenBy, description: 'Whether it is answered day and night.' }) allDay!: boolean;
  @Text({ seenBy, max: 120, nullable: true, description: 'When else it is answered, in English.' }) hours!:
    string | null;
  @Text({ seenBy, max: 120, nullable: true, description: 'When else it is answered, in Spanish.' })
  hoursEs!: string | null;
  @Flag({ seenBy, default: false, description: 'Whether it says of itself that it is confidential.' })
  confidential!: boolean;
  @Flag({ seenBy, default: false, description: 'Whether one can tell it of something one saw.' })
  takesReports!: boolean;
  @Flag({ seenBy, default: false, description: 'Whether it is for danger right now.' }) forEmergencies!: boolean;
  @Languages({ seenBy, max: 20, default: [], description: 'Spoken by those who answer; empty where nobody says it.' })
  languages!: string[];
  @Count({ seenBy, nullable: true, min: 1, max: 1000, description: 'More languages by an interpreter; null for none.' })
  interpretedLanguages!: number | null;
  @Text({ seenBy, max: 2, default: 'US', description: 'Where it is answered, as in ISO 3166.', fault: countryFault })
  country!: string;
  @Text({ seenBy, max: 80, default: '', description: 'The part of the country, in English; empty for all of it.' })
  area!: string;
  @Text({ seenBy, max: 80, default: '', description: 'The part of the country, in Spanish; empty for all of it.' })
  areaEs!: string;
  @Text({ seenBy, max: 120, required: true, description: 'Who says so.' }) sourceName!: string;
  @Count({ seenBy, min: 2000, max: 2100, description: 'From which year that is.' }) sourceYear!: number;
  @WebAddress({ seenBy, required: true, description: 'Where they say so.' }) sourceUrl!: string;
  @LocalDate({ seenBy, description: 'When somebody last compared it with what they say.' }) verifiedOn!: string;
  @LocalDate({ seenBy, description: 'By when it is to be compared again.' }) verifyBy!: string;
  @Ref({ nullable: true }) verifiedBy!: string | null;
  @Count({ seenBy: 'staff', default: 100, min: 1, max: 1000, description: 'Its place among the lines.' })
  position!: number;
  @Flag({ seenBy: 'staff', default: false, description: 'Whether it is on the site.' }) published!: boolean;
  @Flag({ seenBy, default: false, description: 'True for the national lines, which always stay on every page.' })
  national!: boolean;
  @LocalDate({ seenBy, nullable: true, description: 'Day a person last checked it; null if no one has yet.' })
  checkedOn!: string | null;
  @Instant({ seenBy: 'staff', nullable: true, description: 'When it was removed, while that can be undone.' })
  removedAt!: Date | null;
  /** The approved change behind its present state. */
  @Ref({ nullable: true }) changeId!: string | null;
  /** For which day staff were told that it is to be checked again. */
  @LocalDate({ nullable: true, column: 'told_for' }) notifiedFor!: string | null;
  @Instant({ default: () => 'now()' }) createdAt!: Date;
  @Instant({ seenBy: 'staff', default: () => 'now()', description: 'When it was last changed or checked.' })
  updatedAt!: Date;
}

function countryFault(country: string): string | null {
  return /^[A-Z]{2}$/.test(country) ? null : 'not-a-choice';
}
