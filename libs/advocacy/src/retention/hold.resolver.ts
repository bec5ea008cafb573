import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, OwnTrail } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { HoldInput } from './hold.input.js';
import { LegalHolds } from './legal-holds.service.js';

@OwnTrail()
@Resolver()
export class HoldResolver {
  constructor(private readonly legalHolds: LegalHolds) {}

  @Mutation(() => Acknowledgement, { description: 'Places a legal hold on a record. The person can still erase it.' })
  @Allow.only('advocate')
  placeHold(@CurrentActor() actor: Actor, @Args('input') input: HoldInput): Promise<Acknowledgement> {
    return this.legalHolds.place(actor, input);
  }

  @Mutation(() => Acknowledgement, { description: 'Lifts a legal hold.' })
  @Allow.only('advocate')
  liftHold(@CurrentActor() actor: Actor, @Args('input') input: HoldInput): Promise<Acknowledgement> {
    return this.legalHolds.lift(actor, input);
  }
}
