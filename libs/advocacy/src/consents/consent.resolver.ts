import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, OwnTrail } from '@upstander/identity';
import { SealedApplication } from '../applications/sealed-application.js';
import { ConsentIdInput, ProposeConsentInput, RecordConsentInput } from './consent.input.js';
import { Consents } from './consents.service.js';

@OwnTrail()
@Resolver()
export class ConsentResolver {
  constructor(private readonly consents: Consents) {}

  @Mutation(() => SealedApplication, { description: 'Records a consent that the person has signed.' })
  @Allow.only('advocate')
  recordConsent(@CurrentActor() actor: Actor, @Args('input') input: RecordConsentInput): Promise<SealedApplication> {
    return this.consents.record(actor, input);
  }

  @Mutation(() => SealedApplication, {
    description: 'Asks the person for a consent, which they give with their code if they like.',
  })
  @Allow.only('advocate')
  proposeConsent(@CurrentActor() actor: Actor, @Args('input') input: ProposeConsentInput): Promise<SealedApplication> {
    return this.consents.propose(actor, input);
  }

  @Mutation(() => SealedApplication, { description: 'Ends a consent on behalf of the person, at once.' })
  @Allow.only('advocate')
  withdrawConsent(@CurrentActor() actor: Actor, @Args('input') input: ConsentIdInput): Promise<SealedApplication> {
    return this.consents.withdraw(actor, input);
  }
}
