import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { PersonalData } from './personal-data.service.js';

@Resolver()
export class PersonalDataResolver {
  constructor(private readonly data: PersonalData) {}

  @Mutation(() => Acknowledgement, {
    description:
      'Forgets me as a volunteer, for good. Shifts ahead are cancelled first; gifts, receipts and the account stay.',
  })
  @Allow('signed-in')
  eraseMyVolunteer(@CurrentActor() actor: Actor): Promise<Acknowledgement> {
    return this.data.eraseMine(actor);
  }

  @Mutation(() => Acknowledgement, { description: 'Forgets a volunteer who has asked for it, for good.' })
  @Allow('admin')
  eraseVolunteer(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Acknowledgement> {
    return this.data.eraseFor(actor, id);
  }
}
