import { Field, ObjectType } from '@nestjs/graphql';
import {
  Answer,
  Choice,
  Code,
  ConnectionOf,
  enumOf,
  type EnumOf,
  Flag,
  Id,
  Instant,
  Ref,
  SearchText,
  Text,
} from '@upstander/platform';
import { Entity } from 'typeorm';

export const DirectoryKind = enumOf('DirectoryKind', 'What a row of the directory names.', {
  district: 'A school district (NCES calls it a local education agency).',
  school: 'A school.',
});
export type DirectoryKind = EnumOf<typeof DirectoryKind>;

export const SchoolLevel = enumOf('SchoolLevel', 'Whom a school teaches, as NCES says it.', {
  elementary: 'Up to about grade 6.',
  middle: 'About grades 6 to 8.',
  high: 'About grades 9 to 12.',
  secondary: 'Middle and high school in one.',
  other: 'All grades, adults, or not said.',
});
export type SchoolLevel = EnumOf<typeof SchoolLevel>;

const seenBy = 'anyone';

/** A district or a school, as the Common Core of Data of NCES lists it. */
@ObjectType('DirectoryEntry', { description: 'A district or a school of the directory.' })
@Entity({ schema: 'outreach', name: 'directory_entry' })
export class DirectoryEntry {
  @Id({ seenBy }) id!: string;
  @Choice(DirectoryKind, { seenBy, description: 'What it is.' }) kind!: DirectoryKind;
  @Code({ seenBy, description: 'Its number at NCES: LEAID of a district, NCESSCH of a school.' }) ncesId!: string;
  @Ref({ seenBy, nullable: true, description: 'The district a school belongs to.' }) districtId!: string | null;
  @Text({ seenBy, max: 200, required: true, description: 'What it is called.' }) name!: string;
  @Choice(SchoolLevel, { seenBy, nullable: true, description: 'Whom a school teaches; null for a district.' })
  level!: SchoolLevel | null;
  @Text({ seenBy, max: 100, description: 'The city it is in.' }) city!: string;
  @Text({ seenBy, max: 2, description: 'Its state, in two letters.' }) state!: string;
  @Text({ seenBy, max: 10, description: 'Its postcode.' }) postcode!: string;
  @Flag({ seenBy, default: false, description: 'Whether it was made up, to try this software out.' })
  madeUp!: boolean;
  @Instant({ description: 'When a file said it last.' }) importedAt!: Date;
  @SearchText() searchText!: string;
  @Answer(() => String, { nullable: true, description: 'The name of the district of a school.' })
  districtName!: string | null;
}

@ObjectType({ description: 'A page of the directory, by name.' })
export class DirectoryEntryConnection extends ConnectionOf(DirectoryEntry, 'DirectoryEntry') {}

@ObjectType({ description: 'A row of a file that was left out.' })
export class DirectoryFault {
  @Field(() => Number, { description: 'Its line in the file; the header is line 1.' }) row!: number;
  @Field(() => String, { nullable: true, description: 'The column, where it is about one.' }) column!: string | null;
  @Field(() => String, { description: 'What is wrong, as a stable code such as `missing`.' }) problem!: string;
}
