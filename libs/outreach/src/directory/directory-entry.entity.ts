import { Field, ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import {
  ComputedField,
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
  NoPersonalData,
} from '@upstander/platform';
import { Entity } from 'typeorm';

export const DirectoryKind = enumOf('DirectoryKind', 'Kind of entry in the school directory.', {
  district: 'A school district (a local education agency in NCES data).',
  school: 'A school.',
});
export type DirectoryKind = EnumOf<typeof DirectoryKind>;

export const SchoolLevel = enumOf('SchoolLevel', 'School level, as defined by NCES.', {
  elementary: 'Elementary school, up to about grade 6.',
  middle: 'Middle school, about grades 6 to 8.',
  high: 'High school, about grades 9 to 12.',
  secondary: 'Combined middle and high school.',
  other: 'All grades, adult education, or not specified.',
});
export type SchoolLevel = EnumOf<typeof SchoolLevel>;

const seenBy = 'anyone';

@ObjectType('DirectoryEntry', { description: 'A school or district in the directory.' })
@NoPersonalData('kind nces_id name level city state postcode search_text')
@RecordName('school', {
  also: ['entry'],
  sql: 'SELECT id, name FROM outreach.directory_entry WHERE id = ANY ($1::uuid[])',
  path: () => '/schools/directory',
})
@Entity({ schema: 'outreach', name: 'directory_entry' })
export class DirectoryEntry {
  @Id({ seenBy }) id!: string;
  @Choice(DirectoryKind, { seenBy, description: 'Kind of entry.' }) kind!: DirectoryKind;
  @Code({ seenBy, description: 'NCES ID: LEAID of a district, NCESSCH of a school.' }) ncesId!: string;
  @Ref({ seenBy, nullable: true, description: 'ID of the district a school belongs to.' }) districtId!: string | null;
  @Text({ seenBy, max: 200, required: true, description: 'Name of the school or district.' }) name!: string;
  @Choice(SchoolLevel, { seenBy, nullable: true, description: 'School level; null for a district.' })
  level!: SchoolLevel | null;
  @Text({ seenBy, max: 100, description: 'City.' }) city!: string;
  @Text({ seenBy, max: 2, description: 'Two-letter state code.' }) state!: string;
  @Text({ seenBy, max: 10, description: 'ZIP code.' }) postcode!: string;
  @Flag({
    seenBy,
    default: false,
    description: 'True for a fictional entry, for trying out the software.',
    column: 'made_up',
  })
  isFictional!: boolean;
  @Instant({ description: 'When it was last imported.' }) importedAt!: Date;
  @SearchText() searchText!: string;
  @ComputedField(() => String, { nullable: true, description: 'Name of the district a school belongs to.' })
  districtName!: string | null;
}

@ObjectType({ description: 'A page of the school directory, by name.' })
export class DirectoryEntryConnection extends ConnectionOf(DirectoryEntry, 'DirectoryEntry') {}

@ObjectType({ description: 'A rejected row of the file.' })
export class DirectoryFault {
  @Field(() => Number, { description: 'Line number in the file; the header is line 1.' }) row!: number;
  @Field(() => String, { nullable: true, description: 'Name of the affected column, if any.' }) column!: string | null;
  @Field(() => String, { description: 'Error code, for example `missing`.' }) problem!: string;
}
