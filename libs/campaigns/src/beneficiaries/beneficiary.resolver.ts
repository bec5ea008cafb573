import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor, OnlyWith } from '@upstander/identity';
import {
  BeneficiaryIdInput,
  CreateBeneficiaryInput,
  RecordBeneficiaryCheckInput,
  UpdateBeneficiaryInput,
} from './beneficiary.input.js';
import { BeneficiaryReads } from './beneficiary-reads.js';
import { Beneficiaries } from './beneficiaries.service.js';
import { FundraisingMode, ManagedBeneficiary } from './managed-beneficiary.js';

@Area('beneficiaries')
@Resolver(() => ManagedBeneficiary)
export class BeneficiaryResolver {
  constructor(
    private readonly reads: BeneficiaryReads,
    private readonly work: Beneficiaries,
  ) {}

  @Query(() => [ManagedBeneficiary], {
    description: 'Beneficiaries that gifts are collected for, the organization itself first.',
  })
  @Allow('finance', 'moderator', 'organizer')
  beneficiaries(): Promise<ManagedBeneficiary[]> {
    return this.reads.all();
  }

  @Query(() => FundraisingMode, { description: 'Organizations that gifts are collected for.' })
  @Allow('anyone')
  fundraisingMode(): FundraisingMode {
    return this.reads.mode;
  }

  @Mutation(() => ManagedBeneficiary, {
    description: 'Adds a partner. Gifts are accepted once its consent and checks are recorded.',
  })
  @OnlyWith('fundraising')
  @Allow('finance')
  createBeneficiary(
    @CurrentActor() actor: Actor,
    @Args('input') input: CreateBeneficiaryInput,
  ): Promise<ManagedBeneficiary> {
    return this.work.create(actor, input);
  }

  @Mutation(() => ManagedBeneficiary, { description: 'Updates a partner or records its consent.' })
  @Allow('finance')
  updateBeneficiary(
    @CurrentActor() actor: Actor,
    @Args('input') input: UpdateBeneficiaryInput,
  ): Promise<ManagedBeneficiary> {
    return this.work.update(actor, input);
  }

  @Mutation(() => ManagedBeneficiary, { description: 'Archives a partner; no more gifts are collected for it.' })
  @Allow('finance')
  archiveBeneficiary(
    @CurrentActor() actor: Actor,
    @Args('input') input: BeneficiaryIdInput,
  ): Promise<ManagedBeneficiary> {
    return this.work.archive(actor, input.id);
  }

  @Mutation(() => ManagedBeneficiary, { description: 'Records the result of checking a partner requirement.' })
  @Allow('finance')
  recordBeneficiaryCheck(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordBeneficiaryCheckInput,
  ): Promise<ManagedBeneficiary> {
    return this.work.check(actor, input);
  }
}
