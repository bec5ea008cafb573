import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { askedOf, PageArgs } from '@upstander/platform';
import type { GraphQLResolveInfo } from 'graphql';
import { DisbursementReads } from './disbursement-reads.js';
import { DisbursementStatus } from './disbursement-status.js';
import {
  AddDisbursementEvidenceInput,
  DisbursementIdInput,
  RecordDisbursementInput,
  RefuseDisbursementInput,
} from './disbursement.input.js';
import { DisbursementConnection, ManagedDisbursement, OverdueDisbursement } from './disbursement.entity.js';
import { Disbursements } from './disbursements.service.js';

@Resolver(() => ManagedDisbursement)
export class DisbursementResolver {
  constructor(
    private readonly reads: DisbursementReads,
    private readonly work: Disbursements,
  ) {}

  @Query(() => DisbursementConnection, { description: "Payments to beneficiaries of the actor's chapters' campaigns." })
  @Allow('finance')
  disbursements(
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
    @Args() page: PageArgs,
    @Args('campaignId', { type: () => ID, nullable: true }) campaignId?: string | null,
    @Args('status', { type: () => [DisbursementStatus], nullable: true }) status?: DisbursementStatus[] | null,
  ): Promise<DisbursementConnection> {
    return this.reads.list(actor, { campaignId, status }, { ...page, sums: askedOf(info).has('sums') });
  }

  @Query(() => [OverdueDisbursement], { description: 'Money that has waited too long; the longest first.' })
  @Allow('finance')
  overdueDisbursements(@CurrentActor() actor: Actor): Promise<OverdueDisbursement[]> {
    return this.reads.overdue(actor);
  }

  @Mutation(() => ManagedDisbursement, {
    description: 'Notes a payment to the beneficiary; it waits for a second person.',
  })
  @Allow('finance')
  recordDisbursement(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordDisbursementInput,
  ): Promise<ManagedDisbursement> {
    return this.work.record(actor, input);
  }

  @Mutation(() => ManagedDisbursement, {
    description: 'Adds the receipt of the transfer where there is none; one that is there stays. Public once approved.',
  })
  @Allow('finance')
  addDisbursementEvidence(
    @CurrentActor() actor: Actor,
    @Args('input') input: AddDisbursementEvidenceInput,
  ): Promise<ManagedDisbursement> {
    return this.work.addEvidence(actor, input);
  }

  @Mutation(() => ManagedDisbursement, { description: 'A second person agrees: it is booked and shown to everybody.' })
  @Allow('finance')
  approveDisbursement(
    @CurrentActor() actor: Actor,
    @Args('input') input: DisbursementIdInput,
  ): Promise<ManagedDisbursement> {
    return this.work.approve(actor, input.id);
  }

  @Mutation(() => ManagedDisbursement, { description: 'A payment that was noted is not booked.' })
  @Allow('finance')
  refuseDisbursement(
    @CurrentActor() actor: Actor,
    @Args('input') input: RefuseDisbursementInput,
  ): Promise<ManagedDisbursement> {
    return this.work.refuse(actor, input);
  }
}
