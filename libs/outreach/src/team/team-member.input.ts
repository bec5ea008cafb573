import { InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { TeamMember } from './team-member.entity.js';

@InputType({ description: 'A person to show under “About”.' })
export class TeamMemberInput extends InputOf(TeamMember, {
  required: ['name', 'roleEn', 'roleEs', 'group'],
  optional: ['bioEn', 'bioEs', 'position', 'email'],
}) {}
