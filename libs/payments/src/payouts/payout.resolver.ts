import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { selectedFields, PageArgs } from '@upstander/platform';
import type { GraphQLResolveInfo } from 'graphql';
import { PayoutConnection, PayoutDetails } from './payout.entity.js';
import { ConfirmPayoutInput, UndoPayoutConfirmationInput } from './payout.input.js';
import { Payouts } from './payouts.service.js';

@Area('reconciliation')
@Resolver()
export class PayoutResolver {
  constructor(private readonly reads: Payouts) {}

  @Query(() => PayoutConnection, { description: 'Payouts from Stripe to the bank, newest first.' })
  @Allow('finance')
  payouts(
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
    @Args() page: PageArgs,
  ): Promise<PayoutConnection> {
    return this.reads.page(actor, { ...page, sums: selectedFields(info).has('sums') });
  }

  @Query(() => PayoutDetails, { nullable: true, description: 'A single payout with its transactions.' })
  @Allow('finance')
  payout(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<PayoutDetails> {
    return this.reads.findById(actor, id);
  }

  @Mutation(() => PayoutDetails, {
    description: 'Records the amount on the bank statement. Confirming again corrects it; the earlier entry is kept.',
  })
  @Allow('finance')
  confirmPayout(@CurrentActor() actor: Actor, @Args('input') input: ConfirmPayoutInput): Promise<PayoutDetails> {
    return this.reads.confirm(actor, input);
  }

  @Mutation(() => PayoutDetails, {
    description: 'Marks a payout as not confirmed again, for example when the wrong payout was confirmed.',
  })
  @Allow('finance')
  undoPayoutConfirmation(
    @CurrentActor() actor: Actor,
    @Args('input') input: UndoPayoutConfirmationInput,
  ): Promise<PayoutDetails> {
    return this.reads.undoConfirmation(actor, input.id);
  }
}
