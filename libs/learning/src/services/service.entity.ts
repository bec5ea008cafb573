import { Field, Int, ObjectType } from '@nestjs/graphql';
import {
  Answer,
  AreaCodes,
  Choices,
  Code,
  ConnectionOf,
  Count,
  Email,
  enumOf,
  type EnumOf,
  Flag,
  Id,
  Instant,
  Languages,
  LocalDate,
  LongText,
  Phone,
  Ref,
  SearchText,
  SearchVector,
  SeenBy,
  Slug,
  Text,
  WebAddress,
} from '@upstander/platform';
import { Entity } from 'typeorm';

export const ServiceNeed = enumOf('ServiceNeed', 'What a service can help with.', {
  safety: 'A plan to be safe.',
  shelter: 'A place to sleep.',
  legal: 'A lawyer, or advice about the law.',
  immigration: 'Papers and status.',
  health: 'A doctor, a dentist, medicine.',
  counseling: 'Somebody to talk to.',
  food: 'Food and clothes.',
  work: 'Work and training.',
  children: 'Help for children and parents.',
  money: 'Help with money and debts.',
});
export type ServiceNeed = EnumOf<typeof ServiceNeed>;

export const ConfidentialPart = enumOf('ConfidentialPart', 'What of a service may be kept from everybody but staff.', {
  address: 'The street and the postcode.',
  city: 'The city and the state.',
  phone: 'The phone number.',
  email: 'The e-mail address.',
  url: 'The web address.',
  schedule: 'When it is open.',
});
export type ConfidentialPart = EnumOf<typeof ConfidentialPart>;

/** The columns of each part; the reads of everybody go by this. */
export const columnsOfPart: Readonly<Record<ConfidentialPart, ReadonlyArray<keyof Service & string>>> = {
  address: ['address', 'postcode'],
  city: ['city', 'region'],
  phone: ['phone'],
  email: ['email'],
  url: ['url'],
  schedule: ['schedule', 'scheduleEs'],
};

const seenBy = 'staff';

/** A service of an organization at one place, as it is kept. It has two faces: what staff see, and what everybody does. */
@Entity({ schema: 'learning', name: 'service' })
export class Service {
  @Id({ seenBy }) id!: string;
  @Ref() organizationId!: string;
  @Slug({ seenBy, description: 'The part of its address that names it.' }) slug!: string;
  @Text({ seenBy, max: 120, required: true, description: 'What it is called.' }) name!: string;
  @Choices(ServiceNeed, { seenBy, description: 'What it can help with.' }) needs!: ServiceNeed[];
  @LongText({ seenBy, max: 1000, required: true, description: 'What it does, in English.' }) description!: string;
  @LongText({ seenBy, max: 1000, default: '', description: 'What it does, in Spanish; empty where nobody wrote it.' })
  descriptionEs!: string;
  @LongText({ seenBy, max: 300, default: '', description: 'Whom it is for, in English; empty for everybody.' })
  eligibility!: string;
  @LongText({ seenBy, max: 300, default: '', description: 'Whom it is for, in Spanish; empty for everybody.' })
  eligibilityEs!: string;
  @Count({ seenBy, max: 120, nullable: true, description: 'The lowest age it is for; null where nobody says it.' })
  minimumAge!: number | null;
  @Count({ seenBy, max: 120, nullable: true, description: 'The highest age it is for; null where nobody says it.' })
  maximumAge!: number | null;
  @Text({ seenBy, max: 120, default: '', description: 'What it costs, in English; empty where nobody says it.' })
  fees!: string;
  @Text({ seenBy, max: 120, default: '', description: 'What it costs, in Spanish; empty where nobody says it.' })
  feesEs!: string;
  @Languages({ seenBy, max: 20, default: [], description: 'Spoken there; empty where nobody says it.' })
  languages!: string[];
  @Text({ seenBy, max: 160, default: '', description: 'Street and number; empty where there is none, or it is kept.' })
  address!: string;
  @Text({ seenBy, max: 80, default: '', description: 'The city; empty where it is kept.' }) city!: string;
  @Text({ seenBy, max: 40, default: '', description: 'The state; empty where it is kept.' }) region!: string;
  @Text({ seenBy, max: 12, default: '', description: 'The postcode; empty where there is none, or it is kept.' })
  postcode!: string;
  @Phone({ seenBy, nullable: true, description: 'Whom to call; null where there is none, or it is kept.' })
  phone!: string | null;
  @Email({ seenBy, nullable: true, description: 'Where to write; null where there is none, or it is kept.' })
  email!: string | null;
  @WebAddress({ seenBy, nullable: true, description: 'Its own page; null where there is none, or it is kept.' })
  url!: string | null;
  @Text({ seenBy, max: 160, default: '', description: 'When it is open, in English; empty where it is kept.' })
  schedule!: string;
  @Text({ seenBy, max: 160, default: '', description: 'When it is open, in Spanish; empty where it is kept.' })
  scheduleEs!: string;
  @Text({ seenBy, max: 80, default: '', description: 'The area it serves, in English.' }) area!: string;
  @Text({ seenBy, max: 80, default: '', description: 'The area it serves, in Spanish.' }) areaEs!: string;
  @AreaCodes({
    seenBy,
    max: 100,
    description:
      'States and counties it serves: `US`, or FIPS codes such as `06` (California) and `06037` (Los Angeles County).',
  })
  servedAreas!: string[];
  @Text({ seenBy, max: 12, nullable: true, description: 'From where distances are counted; null for a whole area.' })
  searchPostcode!: string | null;
  @Choices(ConfidentialPart, { seenBy, default: [], description: 'What only staff see.' })
  keptConfidential!: ConfidentialPart[];
  @Flag({ seenBy, default: false, description: 'Whether it is an example that nobody may go to.' }) madeUp!: boolean;
  @Flag({ seenBy, default: false, description: 'Whether it is on the site.' }) published!: boolean;
  @LocalDate({ seenBy, description: 'When somebody last asked there whether it is all still so.' }) assuredOn!: string;
  @LocalDate({ seenBy, description: 'By when they are to be asked again.' }) assureBy!: string;
  /** What it is called in the files of whoever sent it. */
  @Code({ nullable: true }) hsdsId!: string | null;
  @Flag({
    seenBy,
    default: false,
    description: 'Whether a file brought or changed it, and nobody has asked there since.',
  })
  toVerify!: boolean;
  @Ref({ nullable: true }) assuredBy!: string | null;
  @Instant({ default: () => 'now()' }) createdAt!: Date;
  @Instant({ default: () => 'now()' }) updatedAt!: Date;
  @SearchText() searchText!: string;
  @SearchText() sortName!: string;
  @SearchVector() searchVector?: string;
}

const inside = ['keptConfidential', 'published', 'searchPostcode', 'assureBy', 'toVerify'] as const;

/** What leaves the server for everybody: where a part is kept confidential, nothing of it is read (`publicColumns`). */
@ObjectType('Service', { description: 'A service that helps people, as everybody sees it.' })
export class PublicService extends SeenBy(Service, 'staff', inside) {
  @Answer(() => String, { description: 'Whose service it is.' }) organizationName!: string;
  @Answer(() => Boolean, { description: 'Whether its place is told only to those who ask there.' })
  addressIsKept!: boolean;
  @Answer(() => Int, {
    nullable: true,
    description: 'How far it is from the postcode, in kilometers, as the crow flies.',
  })
  distanceKm!: number | null;
  @Answer(() => Boolean, {
    nullable: true,
    description:
      'True if it is within the distance or serves the county or state of the ZIP code; false if it may be far away. Null without a ZIP code.',
  })
  isNear!: boolean | null;
  @Answer(() => [String], { description: 'Names of `servedAreas`, for example "Los Angeles County, CA".' })
  servedAreaNames!: string[];
}

@ObjectType({ description: 'A service, as those who keep the directory see it.' })
export class ManagedService extends SeenBy(Service, 'staff') {
  @Answer(() => String, { description: 'Whose service it is.' }) organizationName!: string;
  @Answer(() => Boolean, {
    description: 'Whether they are to be asked: the day is over, or a file says something new.',
  })
  stale!: boolean;
  @Answer(() => String, { nullable: true, description: 'Who asked there last; null where it was brought by a file.' })
  assuredByName!: string | null;
  @Answer(() => [String], { description: 'Names of `servedAreas`, in the same order.' }) servedAreaNames!: string[];
}

@ObjectType({ description: 'A page of services.' })
export class ServiceConnection extends ConnectionOf(PublicService, 'Service') {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the postcode is known here; where it is not, it does not narrow. Null where none was said.',
  })
  postcodeKnown!: boolean | null;
}

@ObjectType({ description: 'A page of services for those who keep them.' })
export class ManagedServiceConnection extends ConnectionOf(ManagedService, 'ManagedService') {}
