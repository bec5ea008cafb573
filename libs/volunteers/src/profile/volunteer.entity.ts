import { Locale, RecordName, type LocaleName } from '@upstander/identity';
import {
  Choice,
  Count,
  Email,
  Flag,
  Id,
  Instant,
  Languages,
  LocalDate,
  LongText,
  PersonName,
  Phone,
  postcodeOf,
  Ref,
  Refs,
  SearchText,
  Text,
  PersonalData,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { WeeklyAvailability, type Availability } from './availability.js';
import { volunteerPersonalData } from './volunteer.personal-data.js';

const seenBy = 'owner';

/**
 * A volunteer, identified by email address, or only by ID if staff added them without one at check-in. Until the address is
 * confirmed, name, phone and language are as first entered.
 */
@PersonalData(volunteerPersonalData)
@RecordName('volunteer', {
  also: ['volunteers', 'volunteerAddress', 'kept', 'merged', 'volunteerMerge', 'volunteerStanding'],
  sql: 'SELECT id, name FROM volunteers.volunteer WHERE id = ANY ($1::uuid[])',
  path: ({ id }) => `/volunteers/${id}`,
  isPerson: true,
})
@Entity({ schema: 'volunteers', name: 'volunteer' })
export class Volunteer {
  @Id({ seenBy }) id!: string;
  @Email({ seenBy, nullable: true }) email!: string | null;
  @PersonName({ seenBy, max: 120, required: true }) name!: string;
  @PersonName({
    seenBy,
    max: 60,
    nullable: true,
    description: 'Preferred name; null to use the first name.',
  })
  preferredName!: string | null;
  @Phone({ seenBy, nullable: true, description: 'Phone number in E.164 format; null if not given.' }) phone!:
    | string
    | null;
  @Choice(Locale, { seenBy, default: 'en' }) locale!: LocaleName;
  @Languages({ seenBy, max: 12, default: [], description: 'Languages spoken; empty if not specified.' })
  languages!: string[];
  @Ref({ seenBy, nullable: true, description: "ID of the volunteer's home chapter." }) homeChapterId!: string | null;
  @Text({
    seenBy,
    max: 12,
    nullable: true,
    tidy: postcodeOf,
    description: 'ZIP or postal code to search shifts around, in the country of `organization`; null if not given.',
  })
  postcode!: string | null;
  @Refs({ seenBy, max: 30, description: "IDs of the volunteer's skills: terms of the kind SKILL." })
  skillIds!: string[];
  @Refs({ seenBy, max: 30, description: "IDs of the volunteer's interests: terms of the kind INTEREST." })
  interestIds!: string[];
  @WeeklyAvailability({ seenBy, description: 'Weekly availability; empty if not specified.' })
  availability!: Availability[];
  @Count({ seenBy, nullable: true, min: 1900, max: 2100, description: 'Year of birth, if given.' })
  birthYear!: number | null;
  @Flag({
    seenBy,
    default: false,
    description: 'True if the volunteer said they are under 18 without giving a year of birth.',
  })
  minor!: boolean;
  /** Latest possible date of birth, based on a checkbox. */
  @LocalDate({ nullable: true }) bornBy!: string | null;
  @LongText({ seenBy, max: 1_000, nullable: true, description: 'Accessibility needs, if given.' })
  accessibilityNeeds!: string | null;
  @Flag({
    seenBy,
    default: false,
    description: "True if others on a shift who also agreed can see the volunteer's first name and last initial.",
  })
  showsNameToPeers!: boolean;
  @Count({
    seenBy,
    default: 1,
    description: 'Incremented by every change. Updates send the version they are based on.',
  })
  version!: number;
  /** When the email address was first confirmed. */
  @Instant({ nullable: true, column: 'proven_at' }) verifiedAt!: Date | null;
  /** When staff met the volunteer and added them without an email address. An address added later is unconfirmed. */
  @Instant({ nullable: true }) metAt!: Date | null;
  @Instant({
    seenBy,
    precision: 3,
    default: () => 'now()',
    description: 'When the volunteer last signed up for a shift.',
  })
  activeAt!: Date;
  @Instant({ seenBy, default: () => 'now()' }) createdAt!: Date;
  @Instant({ default: () => 'now()' }) updatedAt!: Date;
  /** When the volunteer opted out of group messages from staff. */
  @Instant({ nullable: true }) messagesStoppedAt!: Date | null;
  @Ref({ nullable: true }) mergedInto!: string | null;
  @Instant({ nullable: true }) erasedAt!: Date | null;
  @SearchText() searchText?: string;
  @SearchText() sortName?: string;
  /** Name for sorting, last name first. */
  @SearchText() sortLast?: string;
}
