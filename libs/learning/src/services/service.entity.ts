import { Field, Int, ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import {
  ComputedField,
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
  NoPersonalData,
} from '@upstander/platform';
import { Entity } from 'typeorm';

export const ServiceNeed = enumOf('ServiceNeed', 'A need that a service addresses.', {
  safety: 'Safety planning.',
  shelter: 'Shelter and housing.',
  legal: 'Legal representation or advice.',
  immigration: 'Immigration documents and status.',
  health: 'Medical and dental care, and medication.',
  counseling: 'Counseling.',
  food: 'Food and clothing.',
  work: 'Jobs and job training.',
  children: 'Support for children and parents.',
  money: 'Financial assistance and debt relief.',
});
export type ServiceNeed = EnumOf<typeof ServiceNeed>;

export const ConfidentialPart = enumOf(
  'ConfidentialPart',
  'A part of a service listing that can be visible to staff only.',
  {
    address: 'Street address and ZIP code.',
    city: 'City and state.',
    phone: 'Phone number.',
    email: 'Email address.',
    url: 'Website.',
    schedule: 'Opening hours.',
  },
);
export type ConfidentialPart = EnumOf<typeof ConfidentialPart>;

/** Columns of each part, used by public reads. */
export const columnsOfPart: Readonly<Record<ConfidentialPart, ReadonlyArray<keyof Service & string>>> = {
  address: ['address', 'postcode'],
  city: ['city', 'region'],
  phone: ['phone'],
  email: ['email'],
  url: ['url'],
  schedule: ['schedule', 'scheduleEs'],
};

const seenBy = 'staff';

/** A service of an organization at one location, with a public and a staff view. */
@NoPersonalData(
  'slug name needs description description_es eligibility eligibility_es fees fees_es languages address city region postcode phone email url schedule schedule_es area area_es served_areas search_postcode kept_confidential assured_on assure_by search_text sort_name hsds_id',
)
@RecordName('service', {
  sql: 'SELECT id, name FROM learning.service WHERE id = ANY ($1::uuid[])',
  path: ({ id }) => `/services/${id}`,
})
@Entity({ schema: 'learning', name: 'service' })
export class Service {
  @Id({ seenBy }) id!: string;
  @Ref() organizationId!: string;
  @Slug({ seenBy, description: 'Slug used in page URLs.' }) slug!: string;
  @Text({ seenBy, max: 120, required: true, description: 'Name of the service.' }) name!: string;
  @Choices(ServiceNeed, { seenBy, description: 'Needs the service addresses.' }) needs!: ServiceNeed[];
  @LongText({ seenBy, max: 1000, required: true, description: 'Description in English.' }) description!: string;
  @LongText({ seenBy, max: 1000, default: '', description: 'Description in Spanish; empty if none.' })
  descriptionEs!: string;
  @LongText({ seenBy, max: 300, default: '', description: 'Eligibility in English; empty if open to everyone.' })
  eligibility!: string;
  @LongText({ seenBy, max: 300, default: '', description: 'Eligibility in Spanish; empty if open to everyone.' })
  eligibilityEs!: string;
  @Count({ seenBy, max: 120, nullable: true, description: 'Minimum age; null if not specified.' })
  minimumAge!: number | null;
  @Count({ seenBy, max: 120, nullable: true, description: 'Maximum age; null if not specified.' })
  maximumAge!: number | null;
  @Text({ seenBy, max: 120, default: '', description: 'Fees in English; empty if not specified.' })
  fees!: string;
  @Text({ seenBy, max: 120, default: '', description: 'Fees in Spanish; empty if not specified.' })
  feesEs!: string;
  @Languages({ seenBy, max: 20, default: [], description: 'Languages spoken; empty if not specified.' })
  languages!: string[];
  @Text({ seenBy, max: 160, default: '', description: 'Street address; empty if none or confidential.' })
  address!: string;
  @Text({ seenBy, max: 80, default: '', description: 'City; empty if confidential.' }) city!: string;
  @Text({ seenBy, max: 40, default: '', description: 'State; empty if confidential.' }) region!: string;
  @Text({ seenBy, max: 12, default: '', description: 'ZIP code; empty if none or confidential.' })
  postcode!: string;
  @Phone({ seenBy, nullable: true, description: 'Phone number; null if none or confidential.' })
  phone!: string | null;
  @Email({ seenBy, nullable: true, description: 'Email address; null if none or confidential.' })
  email!: string | null;
  @WebAddress({ seenBy, nullable: true, description: 'Website; null if none or confidential.' })
  url!: string | null;
  @Text({ seenBy, max: 160, default: '', description: 'Opening hours in English; empty if confidential.' })
  schedule!: string;
  @Text({ seenBy, max: 160, default: '', description: 'Opening hours in Spanish; empty if confidential.' })
  scheduleEs!: string;
  @Text({ seenBy, max: 80, default: '', description: 'Area served, in English.' }) area!: string;
  @Text({ seenBy, max: 80, default: '', description: 'Area served, in Spanish.' }) areaEs!: string;
  @AreaCodes({
    seenBy,
    max: 100,
    description:
      'States and counties served: `US`, or FIPS codes, for example `06` (California) and `06037` (Los Angeles County).',
  })
  servedAreas!: string[];
  @Text({
    seenBy,
    max: 12,
    nullable: true,
    description: 'ZIP code used to calculate distances; null if it serves a whole area.',
  })
  searchPostcode!: string | null;
  @Choices(ConfidentialPart, {
    seenBy,
    default: [],
    description: 'Parts visible to staff only.',
    column: 'kept_confidential',
  })
  confidentialParts!: ConfidentialPart[];
  @Flag({ seenBy, default: false, description: 'True for a fictional example.', column: 'made_up' })
  isFictional!: boolean;
  @Flag({ seenBy, default: false, description: 'True if it is on the site.' }) published!: boolean;
  @LocalDate({ seenBy, description: 'Date the listing was last verified with the service.' }) assuredOn!: string;
  @LocalDate({ seenBy, description: 'Date it is due for verification.' }) assureBy!: string;
  /** ID in the sender's files. */
  @Code({ nullable: true }) hsdsId!: string | null;
  @Flag({
    seenBy,
    default: false,
    description: 'True if an import added or changed it and it has not been verified since.',
    column: 'to_verify',
  })
  needsVerification!: boolean;
  @Ref({ nullable: true }) assuredBy!: string | null;
  @Instant({ default: () => 'now()' }) createdAt!: Date;
  @Instant({ default: () => 'now()' }) updatedAt!: Date;
  @SearchText() searchText!: string;
  @SearchText() sortName!: string;
  @SearchVector() searchVector?: string;
}

const internalFields = ['confidentialParts', 'published', 'searchPostcode', 'assureBy', 'needsVerification'] as const;

/** The public view of a service. Confidential parts are not even read (`publicColumns`). */
@ObjectType('Service', { description: 'A service, as shown publicly.' })
export class PublicService extends SeenBy(Service, 'staff', internalFields) {
  @ComputedField(() => String, { description: 'Name of the organization that provides it.' }) organizationName!: string;
  @ComputedField(() => Boolean, { description: 'True if the location is only disclosed by the service itself.' })
  isAddressConfidential!: boolean;
  @ComputedField(() => Int, {
    nullable: true,
    description: 'Straight-line distance from the ZIP code, in kilometers.',
  })
  distanceKm!: number | null;
  @ComputedField(() => Boolean, {
    nullable: true,
    description:
      'True if within the radius, or if it serves the county or state of the ZIP code; false if it may be far away. Null without a ZIP code.',
  })
  isNear!: boolean | null;
  @ComputedField(() => [String], { description: 'Names of `servedAreas`, for example "Los Angeles County, CA".' })
  servedAreaNames!: string[];
}

@ObjectType({ description: 'A service, as shown to the staff who maintain the directory.' })
export class ManagedService extends SeenBy(Service, 'staff') {
  @ComputedField(() => String, { description: 'Name of the organization that provides it.' }) organizationName!: string;
  @ComputedField(() => Boolean, {
    description: 'True if it is due for verification, or an import changed it.',
  })
  stale!: boolean;
  @ComputedField(() => String, {
    nullable: true,
    description: 'Name of the person who last verified it; null if it came from an import.',
  })
  assuredByName!: string | null;
  @ComputedField(() => [String], { description: 'Names of `servedAreas`, in the same order.' })
  servedAreaNames!: string[];
}

@ObjectType({ description: 'A page of services.' })
export class ServiceConnection extends ConnectionOf(PublicService, 'Service') {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True if the ZIP code is known; an unknown one is ignored. Null if none was given.',
  })
  postcodeKnown!: boolean | null;
}

@ObjectType({ description: 'A page of services, as shown to the staff who maintain the directory.' })
export class ManagedServiceConnection extends ConnectionOf(ManagedService, 'ManagedService') {}
