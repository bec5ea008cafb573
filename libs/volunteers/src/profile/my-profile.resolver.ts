import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, ShownAccount, type Actor } from '@upstander/identity';
import { MyProfile } from './my-profile.service.js';
import { MyVolunteer } from './my-volunteer.js';
import { MyVolunteerInput } from './volunteer.input.js';

@Resolver(() => ShownAccount)
export class MyProfileResolver {
  constructor(private readonly profile: MyProfile) {}

  @ResolveField(() => MyVolunteer, {
    nullable: true,
    description: 'Volunteer profile of the signed-in user. Only in `me`; null if they never volunteered.',
  })
  volunteer(@Parent() account: ShownAccount, @CurrentActor() actor: Actor): Promise<MyVolunteer | null> | null {
    return account.id === actor.accountId ? this.profile.findOwn(actor) : null;
  }

  @Mutation(() => MyVolunteer, { description: "Updates the caller's volunteer profile, creating it if necessary." })
  @Allow('signed-in')
  updateMyVolunteer(@CurrentActor() actor: Actor, @Args('input') input: MyVolunteerInput): Promise<MyVolunteer> {
    return this.profile.update(actor, input);
  }
}
