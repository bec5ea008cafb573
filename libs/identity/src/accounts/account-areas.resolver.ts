import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { StaffAreas } from '../custom-roles/staff-areas.service.js';
import { StaffArea, type StaffAreaName } from '../roles/staff-area.js';
import { ShownAccount } from './account.type.js';

/** Areas and actions of an account, so that the admin shows only these. */
@Resolver(() => ShownAccount)
export class AccountAreasResolver {
  constructor(private readonly areas: StaffAreas) {}

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
