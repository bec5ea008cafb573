import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { ManagedRefund, RefundPayload } from './refund.entity.js';
import { ApproveRefundInput, DeclineRefundInput, RefundGiftInput } from './refund.input.js';
import { RefundReads } from './refund-reads.js';
import { RefundStatus } from './refund-status.js';
import { Refunds } from './refunds.service.js';

@Area('disputes')
@Resolver()
export class RefundResolver {
  constructor(
    private readonly refunds: Refunds,
    private readonly reads: RefundReads,
  ) {}

  @Query(() => [ManagedRefund], {
    description: 'Refunds, oldest first; by default those awaiting a second person.',
  })
  @Allow('finance')
  refundRequests(
    @CurrentActor() actor: Actor,
    @Args('status', { type: () => [RefundStatus], nullable: true }) status?: RefundStatus[] | null,
  ): Promise<ManagedRefund[]> {
    return this.reads.list(actor, status);
  }

  @Mutation(() => RefundPayload, {
    description:
      'Refunds a gift through the original payment method. Above the single-approver limit, a second person must approve.',
  })
  @Allow('finance')
  refundGift(@CurrentActor() actor: Actor, @Args('input') input: RefundGiftInput): Promise<RefundPayload> {
    return this.refunds.refund(actor, input);
  }

  @Mutation(() => RefundPayload, { description: 'Approves a refund as the second person; the refund is then paid.' })
  @Allow('finance')
  approveRefund(@CurrentActor() actor: Actor, @Args('input') input: ApproveRefundInput): Promise<RefundPayload> {
    return this.refunds.approve(actor, input);
  }

  @Mutation(() => RefundPayload, { description: "Declines a pending refund, or withdraws the caller's own request." })
  @Allow('finance')
  declineRefund(@CurrentActor() actor: Actor, @Args('input') input: DeclineRefundInput): Promise<RefundPayload> {
    return this.refunds.decline(actor, input);
  }
}
