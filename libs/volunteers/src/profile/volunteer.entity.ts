import { Locale, type LocaleName } from '@upstander/identity';
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
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { WeeklyAvailability, type Availability } from './availability.js';

// The volunteer, and the staff of chapters where they helped or to which they say they belong.
const seenBy = 'owner';

/**
 * Somebody who helps, known by one e-mail address. Name, phone and language are what was typed first, until the owner of
 * the address confirms it; from then on they are changed by them, or by staff in their name.
 */
@Entity({ schema: 'volunteers', name: 'volunteer' })
export class Volunteer {
  @Id({ seenBy }) id!: string;
  @Email({ seenBy }) email!: string;
  @PersonName({ seenBy, max: 120, required: true }) name!: string;
  @PersonName({
    seenBy,
    max: 60,
    nullable: true,
    description: 'What they like to be called; null for their first name.',
  })
  preferredName!: string | null;
  @Phone({ seenBy, nullable: true, description: 'In E.164; null where nobody gave one.' }) phone!: string | null;
  @Choice(Locale, { seenBy, default: 'en' }) locale!: LocaleName;
  @Languages({ seenBy, max: 12, default: [], description: 'The languages they speak; empty where nobody said.' })
  languages!: string[];
  @Ref({ seenBy, nullable: true, description: 'The chapter they say they belong to.' }) homeChapterId!: string | null;
  @Text({
    seenBy,
    max: 12,
    nullable: true,
    tidy: postcodeOf,
    description:
      'The postcode near which they look for shifts, of the country of `organisation`; null where nobody said.',
  })
  postcode!: string | null;
  @Refs({ seenBy, max: 30, description: 'What they can do: terms of the kind SKILL.' }) skillIds!: string[];
  @Refs({ seenBy, max: 30, description: 'What they like to do: terms of the kind INTEREST.' }) interestIds!: string[];
  @WeeklyAvailability({ seenBy, description: 'When in an ordinary week they can help; empty where nobody said.' })
  availability!: Availability[];
  @Count({ seenBy, nullable: true, min: 1900, max: 2100, description: 'The year they were born, if they said it.' })
  birthYear!: number | null;
  @Flag({ seenBy, default: false, description: 'Whether they said that they are under 18, without a year.' })
  minor!: boolean;
  /** The last day on which they can have been born, by what they ticked on a form. */
  @LocalDate({ nullable: true }) bornBy!: string | null;
  @LongText({ seenBy, max: 1_000, nullable: true, description: 'What they need to take part, if they want to say.' })
  accessibilityNeeds!: string | null;
  @Flag({
    seenBy,
    default: false,
    description: 'Whether others on a shift, who agreed as well, may see their first name and initial.',
  })
  showsNameToPeers!: boolean;
  @Count({ seenBy, default: 1, description: 'Raised by every change; a change names the version it was written on.' })
  version!: number;
  /** When the owner of the address first followed a link that was sent to it. */
  @Instant({ nullable: true, column: 'proven_at' }) verifiedAt!: Date | null;
  @Instant({ seenBy, precision: 3, default: () => 'now()', description: 'When they last signed up for something.' })
  activeAt!: Date;
  @Instant({ seenBy, default: () => 'now()' }) createdAt!: Date;
  @Instant({ default: () => 'now()' }) updatedAt!: Date;
  /** Since when they get no more messages that staff write to many. */
  @Instant({ nullable: true }) messagesStoppedAt!: Date | null;
  /** The volunteer that this one turned out to be. */
  @Ref({ nullable: true }) mergedInto!: string | null;
  @Instant({ nullable: true }) erasedAt!: Date | null;
  @SearchText() searchText?: string;
  @SearchText() sortName?: string;
  /** The surname first. */
  @SearchText() sortLast?: string;
}
