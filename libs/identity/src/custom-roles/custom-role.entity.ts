import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import {
  Choice,
  Choices,
  ComputedField,
  DateTimeScalar,
  Id,
  InputOf,
  Instant,
  NoPersonalData,
  Ref,
  SeenBy,
  Text,
} from '@upstander/platform';
import { Column, Entity } from 'typeorm';
import { Chapter } from '../chapters/chapter.entity.js';
import { RecordName } from '../record-names/record-name.js';
import { Role, type RoleName } from '../roles/role.js';
import { StaffArea, type StaffAreaName } from '../roles/staff-area.js';

const seenBy = 'staff';

@NoPersonalData('name name_es base_role view_areas manage_areas seal')
@RecordName('customRole', {
  sql: 'SELECT id, name, name_es AS "nameEs" FROM identity.custom_role WHERE id = ANY ($1::uuid[])',
  path: () => '/settings/roles',
})
@Entity({ schema: 'identity', name: 'custom_role' })
export class CustomRole {
  @Id({ seenBy }) id!: string;
  @Text({ seenBy, max: 60, required: true, description: 'Name in English.' }) name!: string;
  @Text({ seenBy, max: 60, nullable: true, description: 'Name in Spanish; null if it is the same.' })
  nameEs!: string | null;
  @Choice(Role, { seenBy, description: 'Built-in role that it narrows.' }) baseRole!: RoleName;
  @Choices(StaffArea, { seenBy, default: [], description: 'Areas that it can view but not change.' })
  viewAreas!: StaffAreaName[];
  @Choices(StaffArea, { seenBy, default: [], description: 'Areas that it can view and change.' })
  manageAreas!: StaffAreaName[];
  @Instant({ nullable: true }) retiredAt!: Date | null;
  @Ref({ nullable: true }) createdBy!: string | null;
  @Instant() createdAt!: Date;
  /** HMAC of the rights; see `CustomRoleSeals`. */
  @Column('bytea') seal!: Buffer;
}

@ObjectType('CustomRole', { description: 'A role that narrows a built-in role to some areas.' })
export class ShownCustomRole extends SeenBy(CustomRole, 'staff') {
  @ComputedField(() => Number, { description: 'Number of accounts that have it, or that it is requested for.' })
  holderCount!: number;
}

@ObjectType({ description: 'A custom role of an account.' })
export class CustomGrantDetails {
  @Field(() => ID, { description: 'ID of the custom role.' }) customRoleId!: string;
  @Field(() => String, { description: 'Name in English.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Name in Spanish; null if it is the same.' })
  nameEs!: string | null;
  @Field(() => Role, { description: 'Built-in role that it narrows.' }) baseRole!: RoleName;
  @Field(() => [StaffArea], { description: 'Areas that it can view but not change.' }) viewAreas!: StaffAreaName[];
  @Field(() => [StaffArea], { description: 'Areas that it can view and change.' }) manageAreas!: StaffAreaName[];
  @Field(() => DateTimeScalar) since!: Date;
  @Field(() => String, {
    nullable: true,
    description: 'Name of the person who granted or requested it; null if granted from the command line.',
  })
  grantedBy!: string | null;
  @Field(() => Chapter, { nullable: true, description: 'The chapter it applies to; null for the whole organization.' })
  chapter!: Chapter | null;
}

@InputType({ description: 'A custom role.' })
export class CreateCustomRoleInput extends InputOf(CustomRole, {
  required: ['name', 'baseRole'],
  optional: ['nameEs', 'viewAreas', 'manageAreas'],
}) {}

@InputType({ description: 'The name and the areas of a custom role. Its base role stays the same.' })
export class UpdateCustomRoleInput extends InputOf(CustomRole, {
  required: ['name'],
  optional: ['nameEs', 'viewAreas', 'manageAreas'],
}) {}
