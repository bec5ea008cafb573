import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { VolunteerProfile } from '../directory/managed-volunteer.js';
import { CredentialDesk } from './credential-desk.service.js';
import { CredentialFilter } from './credential-filter.input.js';
import { CredentialReads } from './credential-reads.js';
import { CredentialConnection, ManagedCredential, RecordCredentialInput } from './credential.entity.js';
import { PageArgs } from '@upstander/platform';

@Area('credentials')
@Resolver(() => VolunteerProfile)
export class CredentialResolver {
  constructor(
    private readonly reads: CredentialReads,
    private readonly desk: CredentialDesk,
  ) {}

  @ResolveField(() => [ManagedCredential], {
    description: 'Current and pending credentials of the volunteer, newest first.',
  })
  credentials(@CurrentActor() actor: Actor, @Parent() volunteer: VolunteerProfile): Promise<ManagedCredential[]> {
    return this.reads.listForVolunteer(actor, volunteer.id);
  }

  @Query(() => CredentialConnection, { description: "Credentials awaiting the caller's decision, oldest first." })
  @Allow('organizer')
  credentialsToDecide(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => CredentialFilter, nullable: true }) filter?: CredentialFilter | null,
  ): Promise<CredentialConnection> {
    return this.reads.listPending(actor, filter ?? {}, page);
  }

  @Query(() => CredentialConnection, {
    description: 'Valid credentials that expire soon, within 60 days by default; earliest expiration first.',
  })
  @Allow('organizer')
  credentialsExpiring(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => CredentialFilter, nullable: true }) filter?: CredentialFilter | null,
  ): Promise<CredentialConnection> {
    return this.reads.listExpiring(actor, filter ?? {}, page);
  }

  @Mutation(() => ManagedCredential, { description: 'Records a training or an age that staff verified.' })
  @Allow('organizer')
  recordCredential(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordCredentialInput,
  ): Promise<ManagedCredential> {
    return this.desk.record(actor, input);
  }

  @Mutation(() => [ManagedCredential], {
    description: 'Approves or rejects claimed credentials, all or none of them, and notifies each volunteer.',
  })
  @Allow('organizer')
  decideCredentials(
    @CurrentActor() actor: Actor,
    @Args('ids', { type: () => [ID], description: 'IDs of the credentials; at most 100.' }) ids: string[],
    @Args('approve', { type: () => Boolean, description: 'True to approve, false to reject.' }) approve: boolean,
    @Args('reason', {
      type: () => String,
      nullable: true,
      description: 'Reason for a rejection; visible to the volunteers.',
    })
    reason?: string | null,
  ): Promise<ManagedCredential[]> {
    return this.desk.decide(actor, ids, { approve, reason });
  }

  @Mutation(() => ManagedCredential, {
    description: 'Revokes a credential and notifies the volunteer of the reason.',
  })
  @Allow('organizer')
  revokeCredential(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<ManagedCredential> {
    return this.desk.revoke(actor, id, reason);
  }
}
