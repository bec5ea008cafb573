import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { Acknowledgement, selectedFields, PageArgs } from '@upstander/platform';
import type { GraphQLResolveInfo } from 'graphql';
import { ReceiptReads } from './receipt-reads.js';
import { ReceiptConnection } from './receipt.entity.js';
import { ReceiptFilter, ResendReceiptInput } from './receipt.input.js';
import { ResendReceipts } from './resend-receipts.service.js';

@Area('receipts')
@Resolver()
export class ReceiptResolver {
  constructor(
    private readonly reads: ReceiptReads,
    private readonly resending: ResendReceipts,
  ) {}

  @Query(() => ReceiptConnection, { description: 'Receipts, highest number first.' })
  @Allow('finance')
  receipts(
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ReceiptFilter, nullable: true }) filter?: ReceiptFilter | null,
  ): Promise<ReceiptConnection> {
    return this.reads.page(actor, filter ?? {}, { ...page, sums: selectedFields(info).has('sums') });
  }

  @Mutation(() => Acknowledgement, { description: 'Emails a receipt to its donor again.' })
  @Allow('finance')
  resendReceipt(@CurrentActor() actor: Actor, @Args('input') input: ResendReceiptInput): Promise<Acknowledgement> {
    return this.resending.resend(actor, input.receiptId);
  }
}
