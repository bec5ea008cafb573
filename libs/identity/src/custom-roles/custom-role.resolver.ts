import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Acknowledgement } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/current-actor.js';
import { StaffAreas } from '../access/staff-areas.service.js';
import { RoleArea } from '../roles/staff-area.js';
import { CreateCustomRoleInput, ShownCustomRole, UpdateCustomRoleInput } from './custom-role.entity.js';
import { CustomRoles } from './custom-roles.service.js';

@Resolver(() => ShownCustomRole)
export class CustomRoleResolver {
  constructor(
    private readonly roles: CustomRoles,
    private readonly areas: StaffAreas,
  ) {}

  @Query(() => [ShownCustomRole], { description: 'All custom roles, by name.' })
  @Allow('admin')
  customRoles(): Promise<ShownCustomRole[]> {
    return this.roles.list();
  }

  @Query(() => [RoleArea], { description: 'Areas that a custom role can include, by base role.' })
  @Allow('admin')
  roleAreas(): RoleArea[] {
    return this.areas.list();
  }

  @Mutation(() => ShownCustomRole, { description: 'Creates a custom role.' })
  @Allow('admin')
  createCustomRole(
    @CurrentActor() actor: Actor,
    @Args('input') input: CreateCustomRoleInput,
  ): Promise<ShownCustomRole> {
    return this.roles.create(actor, input);
  }

  @Mutation(() => ShownCustomRole, {
    description:
      'Renames a custom role or changes its areas, effective from the next request of everyone who has it. A role with a powerful base gets no more rights while someone has it.',
  })
  @Allow('admin')
  updateCustomRole(
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: UpdateCustomRoleInput,
  ): Promise<ShownCustomRole> {
    return this.roles.update(id, input);
  }

  @Mutation(() => Acknowledgement, { description: 'Deletes a custom role that no one has.' })
  @Allow('admin')
  deleteCustomRole(@Args('id', { type: () => ID }) id: string): Promise<Acknowledgement> {
    return this.roles.delete(id);
  }
}
