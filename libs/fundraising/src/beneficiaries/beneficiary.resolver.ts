import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import {
  BeneficiaryIdInput,
  CreateBeneficiaryInput,
  RecordBeneficiaryCheckInput,
  UpdateBeneficiaryInput,
} from './beneficiary.input.js';
import { BeneficiaryReads } from './beneficiary-reads.js';
import { Beneficiaries } from './beneficiaries.service.js';
import { FundraisingMode, ManagedBeneficiary } from './managed-beneficiary.js';

@Resolver(() => ManagedBeneficiary)
export class BeneficiaryResolver {
  constructor(
    private readonly reads: BeneficiaryReads,
    private readonly work: Beneficiaries,
  ) {}

  @Query(() => [ManagedBeneficiary], { description: 'Who gifts are collected for; the organisation itself first.' })
  @Allow('finance', 'moderator', 'organizer')
  beneficiaries(): Promise<ManagedBeneficiary[]> {
    return this.reads.all();
  }

  @Query(() => FundraisingMode, { description: 'Whether gifts are taken for named partners too.' })
  @Allow('anyone')
  fundraisingMode(): FundraisingMode {
    return this.reads.mode;
  }

  @Mutation(() => ManagedBeneficiary, { description: 'Notes a partner; gifts wait for its consent and the checks.' })
  @Allow('finance')
  createBeneficiary(
    @CurrentActor() actor: Actor,
    @Args('input') input: CreateBeneficiaryInput,
  ): Promise<ManagedBeneficiary> {
    return this.work.create(actor, input);
  }

  @Mutation(() => ManagedBeneficiary, { description: 'Changes a partner, or notes its consent.' })
  @Allow('finance')
  updateBeneficiary(
    @CurrentActor() actor: Actor,
    @Args('input') input: UpdateBeneficiaryInput,
  ): Promise<ManagedBeneficiary> {
    return this.work.update(actor, input);
  }

  @Mutation(() => ManagedBeneficiary, { description: 'Takes a partner from the list; nothing is collected for it.' })
  @Allow('finance')
  archiveBeneficiary(
    @CurrentActor() actor: Actor,
    @Args('input') input: BeneficiaryIdInput,
  ): Promise<ManagedBeneficiary> {
    return this.work.archive(actor, input.id);
  }

  @Mutation(() => ManagedBeneficiary, { description: 'Notes that somebody looked whether a duty is kept.' })
  @Allow('finance')
  recordBeneficiaryCheck(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordBeneficiaryCheckInput,
  ): Promise<ManagedBeneficiary> {
    return this.work.check(actor, input);
  }
}
