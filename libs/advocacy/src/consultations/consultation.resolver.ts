import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, OwnTrail } from '@upstander/identity';
import { ReplyCode } from '../applications/apply.input.js';
import { SealedRecordFilter } from '../applications/sealed-application.js';
import { NoteConflictInput, RequestConsultationInput, ScheduleConsultationInput } from './consultation.input.js';
import { ConsultationRequests } from './consultation-requests.service.js';
import { SealedConsultation, SealedConsultationSummaryConnection } from './sealed-consultation.js';
import { SealedConsultations } from './sealed-consultations.service.js';
import { PageArgs } from '@upstander/platform';

@OwnTrail()
@Resolver()
export class ConsultationResolver {
  constructor(
    private readonly requests: ConsultationRequests,
    private readonly sealed: SealedConsultations,
  ) {}

  @Mutation(() => ReplyCode, { description: 'Requests a free and confidential consultation. No account is required.' })
  @Allow('anyone')
  requestConsultation(
    @CurrentActor() actor: Actor,
    @Args('input') input: RequestConsultationInput,
  ): Promise<ReplyCode> {
    return this.requests.request(actor, input);
  }

  @Query(() => SealedConsultationSummaryConnection, { description: 'Consultations, newest first.' })
  @Allow.only('advocate')
  sealedConsultations(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => SealedRecordFilter, nullable: true }) filter: SealedRecordFilter | null,
    @Args() page: PageArgs,
  ): Promise<SealedConsultationSummaryConnection> {
    return this.sealed.listConsultations(actor, filter, page);
  }

  @Query(() => SealedConsultation, {
    nullable: true,
    description:
      'Opens a consultation. A reason is required if it is assigned to another advocate, closed, or on hold.',
  })
  @Allow.only('advocate')
  sealedConsultation(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
  ): Promise<SealedConsultation | null> {
    return this.sealed.openConsultation(actor, id, reason);
  }

  @Mutation(() => SealedConsultation, {
    description:
      'Assigns a consultation to the caller. A reason is required if a colleague has it, or it is closed or on hold.',
  })
  @Allow.only('advocate')
  takeConsultation(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
  ): Promise<SealedConsultation> {
    return this.sealed.takeConsultation(actor, id, reason);
  }

  @Mutation(() => SealedConsultation, {
    description: 'Closes a consultation, which is erased after the retention period.',
  })
  @Allow.only('advocate')
  closeConsultation(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<SealedConsultation> {
    return this.sealed.close(actor, id);
  }

  @Mutation(() => SealedConsultation, { description: 'Schedules or reschedules the appointment.' })
  @Allow.only('advocate')
  scheduleConsultation(
    @CurrentActor() actor: Actor,
    @Args('input') input: ScheduleConsultationInput,
  ): Promise<SealedConsultation> {
    return this.sealed.schedule(actor, input);
  }

  @Mutation(() => SealedConsultation, {
    description: 'Records a conflict of interest that prevents this team from taking the case.',
  })
  @Allow.only('advocate')
  noteConflict(@CurrentActor() actor: Actor, @Args('input') input: NoteConflictInput): Promise<SealedConsultation> {
    return this.sealed.noteConflict(actor, input);
  }
}
