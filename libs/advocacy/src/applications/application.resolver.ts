import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, OwnTrail } from '@upstander/identity';
import { AppliedForPerson, ApplyInput, ReplyCode } from './apply.input.js';
import { Applications } from './applications.service.js';
import { SealedApplications } from './sealed-applications.service.js';
import { SealedApplication, SealedApplicationSummaryConnection, SealedRecordFilter } from './sealed-application.js';
import { PageArgs } from '@upstander/platform';

@OwnTrail()
@Resolver()
export class ApplicationResolver {
  constructor(
    private readonly applications: Applications,
    private readonly sealed: SealedApplications,
  ) {}

  @Mutation(() => ReplyCode, {
    description: 'Applies for an opportunity under a chosen name. No account is required; a human advocate responds.',
  })
  @Allow('anyone')
  applyToOpportunity(@CurrentActor() actor: Actor, @Args('input') input: ApplyInput): Promise<ReplyCode> {
    return this.applications.apply(actor, input);
  }

  @Mutation(() => AppliedForPerson, {
    description: 'Applies on behalf of a person, who receives the code from the advocate.',
  })
  @Allow.only('advocate')
  applyForPerson(@CurrentActor() actor: Actor, @Args('input') input: ApplyInput): Promise<AppliedForPerson> {
    return this.applications.applyFor(actor, input);
  }

  @Query(() => SealedApplicationSummaryConnection, { description: 'Applications, newest first.' })
  @Allow.only('advocate')
  sealedApplications(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => SealedRecordFilter, nullable: true }) filter: SealedRecordFilter | null,
    @Args() page: PageArgs,
  ): Promise<SealedApplicationSummaryConnection> {
    return this.sealed.listApplications(actor, filter, page);
  }

  @Query(() => SealedApplication, {
    nullable: true,
    description:
      'Opens an application. A reason is required if it is assigned to another advocate, closed, or on hold.',
  })
  @Allow.only('advocate')
  sealedApplication(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
  ): Promise<SealedApplication | null> {
    return this.sealed.openApplication(actor, id, reason);
  }

  @Mutation(() => SealedApplication, {
    description:
      'Assigns an application to the caller. A reason is required if a colleague has it, or it is closed or on hold.',
  })
  @Allow.only('advocate')
  takeApplication(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
  ): Promise<SealedApplication> {
    return this.sealed.takeApplication(actor, id, reason);
  }

  @Mutation(() => SealedApplication, {
    description: 'Closes an application, which is erased after the retention period.',
  })
  @Allow.only('advocate')
  closeApplication(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<SealedApplication> {
    return this.sealed.close(actor, id);
  }
}
