import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { selectedFields, PageArgs } from '@upstander/platform';
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

@Area('disbursements')
@Resolver(() => ManagedDisbursement)
export class DisbursementResolver {
  constructor(
    private readonly reads: DisbursementReads,
    private readonly work: Disbursements,
  ) {}

  @Query(() => DisbursementConnection, { description: "Disbursements for campaigns of the caller's chapters." })
  @Allow('finance')
  disbursements(
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
    @Args() page: PageArgs,
    @Args('campaignId', { type: () => ID, nullable: true }) campaignId?: string | null,
    @Args('status', { type: () => [DisbursementStatus], nullable: true }) status?: DisbursementStatus[] | null,
  ): Promise<DisbursementConnection> {
    return this.reads.list(actor, { campaignId, status }, { ...page, sums: selectedFields(info).has('sums') });
  }

  @Query(() => [OverdueDisbursement], {
    description: 'Funds held past the disbursement deadline, longest overdue first.',
  })
  @Allow('finance')
  overdueDisbursements(@CurrentActor() actor: Actor): Promise<OverdueDisbursement[]> {
    return this.reads.findOverdue(actor);
  }

  @Mutation(() => ManagedDisbursement, {
    description: 'Records a payment to the beneficiary, pending approval by a second person.',
  })
  @Allow('finance')
  recordDisbursement(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordDisbursementInput,
  ): Promise<ManagedDisbursement> {
    return this.work.record(actor, input);
  }

  @Mutation(() => ManagedDisbursement, {
    description: 'Adds a missing receipt of the transfer. An existing one cannot be replaced. Public once approved.',
  })
  @Allow('finance')
  addDisbursementEvidence(
    @CurrentActor() actor: Actor,
    @Args('input') input: AddDisbursementEvidenceInput,
  ): Promise<ManagedDisbursement> {
    return this.work.addEvidence(actor, input);
  }

  @Mutation(() => ManagedDisbursement, {
    description: 'Approves a disbursement as the second person; it is posted and becomes public.',
  })
  @Allow('finance')
  approveDisbursement(
    @CurrentActor() actor: Actor,
    @Args('input') input: DisbursementIdInput,
  ): Promise<ManagedDisbursement> {
    return this.work.approve(actor, input.id);
  }

  @Mutation(() => ManagedDisbursement, { description: 'Declines a disbursement; it is not posted.' })
  @Allow('finance')
  refuseDisbursement(
    @CurrentActor() actor: Actor,
    @Args('input') input: RefuseDisbursementInput,
  ): Promise<ManagedDisbursement> {
    return this.work.refuse(actor, input);
  }
}
