import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { StaffAreas } from '../access/staff-areas.service.js';
import { Feature, type FeatureName } from '../features/feature.js';
import { Features } from '../features/features.js';
import { StaffArea, type StaffAreaName } from '../roles/staff-area.js';
import { ShownAccount } from './account.type.js';

/** What the admin shows to an account. */
@Resolver(() => ShownAccount)
export class AccountAreasResolver {
  constructor(
    private readonly areas: StaffAreas,
    private readonly features: Features,
  ) {}

  @ResolveField(() => [Feature], {
    description: 'Features to work with: those of this installation, and switched-off ones that still have records.',
  })
  featuresInUse(): Promise<FeatureName[]> {
    return this.features.findInUse();
  }

  @ResolveField(() => [StaffArea], { description: 'Areas that its roles can view.' })
  viewAreas(@Parent() account: ShownAccount): StaffAreaName[] {
    return this.areas.areasOfRoles(rolesOf(account), 'view');
  }

  @ResolveField(() => [StaffArea], { description: 'Areas that its roles can view and change.' })
  manageAreas(@Parent() account: ShownAccount): StaffAreaName[] {
    return this.areas.areasOfRoles(rolesOf(account), 'manage');
  }
}

function rolesOf({ grants, customGrants }: ShownAccount) {
  return [...grants, ...customGrants.map(({ baseRole: role, ...areas }) => ({ ...areas, role }))];
}
