import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { PersonalData } from './personal-data.service.js';

@Resolver()
export class PersonalDataResolver {
  constructor(private readonly data: PersonalData) {}

  @Mutation(() => Acknowledgement, {
    description:
      "Permanently erases the caller's volunteer record. Upcoming shifts are canceled first; gifts, receipts, and the account remain.",
  })
  @Allow('signed-in')
  eraseMyVolunteer(@CurrentActor() actor: Actor): Promise<Acknowledgement> {
    return this.data.eraseMine(actor);
  }

  @Mutation(() => Acknowledgement, { description: "Permanently erases a volunteer's record at their request." })
  @Allow('admin')
  eraseVolunteer(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Acknowledgement> {
    return this.data.eraseFor(actor, id);
  }
}
