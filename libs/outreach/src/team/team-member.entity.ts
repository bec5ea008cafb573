import { ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import {
  Choice,
  Count,
  deletedWithRow,
  Email,
  enumOf,
  type EnumOf,
  Id,
  Instant,
  LongText,
  personal,
  PersonalData,
  PersonName,
  SeenBy,
  splitColumns,
  Text,
} from '@upstander/platform';
import { Entity } from 'typeorm';

export const TeamGroup = enumOf('TeamGroup', 'Group of a team member under “About”.', {
  staff: 'Works for the organization.',
  board: 'Member of the board.',
  partner: 'Works with the organization for a partner.',
});
export type TeamGroup = EnumOf<typeof TeamGroup>;

const seenBy = 'anyone';

/** A person shown under “About”. Their portrait is the photo placed at `/about#<id>`. */
@ObjectType({ description: 'A person who runs or governs the organization, or represents a partner.' })
@PersonalData({
  noun: 'people of the organization',
  of: { 'team member': 't.email = $1' },
  erasure: 'row',
  kept: 'until an admin removes the person',
  seenBy: 'everyone, under “About”; the address only admins',
  columns: {
    name: personal.contact(deletedWithRow),
    email: personal.contact(deletedWithRow),
    role_en: personal.content(deletedWithRow),
    role_es: personal.content(deletedWithRow),
    bio_en: personal.content(deletedWithRow),
    bio_es: personal.content(deletedWithRow),
  },
  also: { created_at: 't.created_at' },
  others: splitColumns('team_group'),
})
@RecordName('teamMember', {
  sql: 'SELECT id, name FROM outreach.team_member WHERE id = ANY ($1::uuid[])',
  path: () => '/settings/organization',
})
@Entity({ schema: 'outreach', name: 'team_member' })
export class TeamMember {
  @Id({ seenBy }) id!: string;
  @PersonName({ seenBy, max: 80, required: true, description: 'Name of the person.' }) name!: string;
  @Text({ seenBy, max: 80, required: true, description: 'Role in English, for example Treasurer.' }) roleEn!: string;
  @Text({ seenBy, max: 80, required: true, description: 'Role in Spanish.' }) roleEs!: string;
  @LongText({ seenBy, max: 300, nullable: true, description: 'Short biography in English; null for none.' })
  bioEn!: string | null;
  @LongText({ seenBy, max: 300, nullable: true, description: 'Short biography in Spanish; null for none.' })
  bioEs!: string | null;
  @Choice(TeamGroup, { seenBy, description: 'Group that the person is listed in.', column: 'team_group' })
  group!: TeamGroup;
  @Count({ seenBy: 'staff', default: 100, min: 1, max: 1000, description: 'Position in the group.' }) position!: number;
  @Email({ seenBy: 'staff', nullable: true, description: 'Email address for data requests; never shown on the site.' })
  email!: string | null;
  @Instant() createdAt!: Date;
}

@ObjectType({ description: 'A team member, as shown to admins.' })
export class ManagedTeamMember extends SeenBy(TeamMember, 'staff') {}
