import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, OwnTrail } from '@upstander/identity';
import { SealedApplication } from '../applications/sealed-application.js';
import { ConsentIdInput, ProposeConsentInput, RecordConsentInput } from './consent.input.js';
import { Consents } from './consents.service.js';

@OwnTrail()
@Resolver()
export class ConsentResolver {
  constructor(private readonly consents: Consents) {}

  @Mutation(() => SealedApplication, { description: 'Records a consent signed by the person.' })
  @Allow.only('advocate')
  recordConsent(@CurrentActor() actor: Actor, @Args('input') input: RecordConsentInput): Promise<SealedApplication> {
    return this.consents.record(actor, input);
  }

  @Mutation(() => SealedApplication, {
    description: 'Proposes a consent, which the person can give with their code if they choose to.',
  })
  @Allow.only('advocate')
  proposeConsent(@CurrentActor() actor: Actor, @Args('input') input: ProposeConsentInput): Promise<SealedApplication> {
    return this.consents.propose(actor, input);
  }

  @Mutation(() => SealedApplication, {
    description: "Withdraws a consent on the person's behalf, effective immediately.",
  })
  @Allow.only('advocate')
  withdrawConsent(@CurrentActor() actor: Actor, @Args('input') input: ConsentIdInput): Promise<SealedApplication> {
    return this.consents.withdraw(actor, input);
  }
}
