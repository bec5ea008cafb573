import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { ManagedTeamMember, TeamMember } from './team-member.entity.js';
import { TeamMemberInput } from './team-member.input.js';
import { TeamMembers } from './team-members.service.js';

@Resolver(() => TeamMember)
export class TeamMemberResolver {
  constructor(private readonly members: TeamMembers) {}

  @Query(() => [TeamMember], {
    description:
      'People who run or govern the organization, by group and position. The photos of `/about` have their portraits.',
  })
  @Allow('anyone')
  teamMembers(): Promise<TeamMember[]> {
    return this.members.list();
  }

  @Query(() => [ManagedTeamMember], { description: 'Team members with their position and email address.' })
  @Allow('admin')
  managedTeamMembers(): Promise<ManagedTeamMember[]> {
    return this.members.listManaged();
  }

  @Mutation(() => ManagedTeamMember, { description: 'Adds a person to “About”.' })
  @Allow('admin')
  createTeamMember(@Args('input') input: TeamMemberInput): Promise<ManagedTeamMember> {
    return this.members.create(input);
  }

  @Mutation(() => ManagedTeamMember, {
    description: 'Updates a person under “About”. A new name hides the portrait, because consent is for the old one.',
  })
  @Allow('admin')
  updateTeamMember(
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: TeamMemberInput,
  ): Promise<ManagedTeamMember> {
    return this.members.update(id, input);
  }

  @Mutation(() => Acknowledgement, { description: 'Removes a person and their portrait from “About”.' })
  @Allow('admin')
  deleteTeamMember(@Args('id', { type: () => ID }) id: string): Promise<Acknowledgement> {
    return this.members.delete(id);
  }
}
