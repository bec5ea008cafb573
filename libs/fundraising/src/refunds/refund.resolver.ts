import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { ManagedRefund, RefundPayload } from './refund.entity.js';
import { ApproveRefundInput, DeclineRefundInput, RefundGiftInput } from './refund.input.js';
import { RefundReads } from './refund-reads.js';
import { RefundStatus } from './refund-status.js';
import { Refunds } from './refunds.service.js';

@Resolver()
export class RefundResolver {
  constructor(
    private readonly refunds: Refunds,
    private readonly reads: RefundReads,
  ) {}

  @Query(() => [ManagedRefund], {
    description: 'Refunds, those that wait for a second person unless told; the oldest first.',
  })
  @Allow('finance')
  refundRequests(
    @CurrentActor() actor: Actor,
    @Args('status', { type: () => [RefundStatus], nullable: true }) status?: RefundStatus[] | null,
  ): Promise<ManagedRefund[]> {
    return this.reads.list(actor, status);
  }

  @Mutation(() => RefundPayload, {
    description: 'Gives money back by the way it came; above the limit of one person it waits for a second.',
  })
  @Allow('finance')
  refundGift(@CurrentActor() actor: Actor, @Args('input') input: RefundGiftInput): Promise<RefundPayload> {
    return this.refunds.refund(actor, input);
  }

  @Mutation(() => RefundPayload, { description: 'The second person says yes, and the money goes back.' })
  @Allow('finance')
  approveRefund(@CurrentActor() actor: Actor, @Args('input') input: ApproveRefundInput): Promise<RefundPayload> {
    return this.refunds.approve(actor, input);
  }

  @Mutation(() => RefundPayload, { description: 'Says no to a refund that waits, or takes back an own wish.' })
  @Allow('finance')
  declineRefund(@CurrentActor() actor: Actor, @Args('input') input: DeclineRefundInput): Promise<RefundPayload> {
    return this.refunds.decline(actor, input);
  }
}
