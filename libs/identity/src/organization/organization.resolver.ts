import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Config } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/current-actor.js';
import { Organization, organizationFrom } from './organization.js';
import { OrganizationInput, OrganizationSettings } from './organization-settings.js';
import { OrganizationSettingsService } from './organization-settings.service.js';

@Resolver(() => Organization)
export class OrganizationResolver {
  constructor(
    private readonly config: Config,
    private readonly settings: OrganizationSettingsService,
  ) {}

  @Query(() => Organization, { description: "The organization's location and currencies." })
  @Allow('anyone')
  organization(): Organization {
    return organizationFrom(this.config);
  }

  @Query(() => OrganizationSettings, { description: 'Settings of the organization that admins can change.' })
  @Allow('admin')
  organizationSettings(): Promise<OrganizationSettings> {
    return this.settings.find();
  }

  @Mutation(() => OrganizationSettings, {
    description: 'Changes settings of the organization. All processes apply them within seconds.',
  })
  @Allow('admin')
  updateOrganization(
    @CurrentActor() actor: Actor,
    @Args('input') input: OrganizationInput,
    @Args('version', { type: () => Int, description: 'Version that the changes are based on.' }) version: number,
  ): Promise<OrganizationSettings> {
    return this.settings.update(actor, input, version);
  }
}
