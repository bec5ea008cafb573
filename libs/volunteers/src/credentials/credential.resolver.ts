import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { VolunteerProfile } from '../directory/managed-volunteer.js';
import { CredentialDesk } from './credential-desk.service.js';
import { CredentialFilter } from './credential-filter.input.js';
import { CredentialReads } from './credential-reads.js';
import { CredentialConnection, ManagedCredential, RecordCredentialInput } from './credential.entity.js';
import { PageArgs } from '@upstander/platform';

/** Credentials for the staff of chapters that know the volunteers. */
@Resolver(() => VolunteerProfile)
export class CredentialResolver {
  constructor(
    private readonly reads: CredentialReads,
    private readonly desk: CredentialDesk,
  ) {}

  @ResolveField(() => [ManagedCredential], { description: 'What they have, or are about to have, the latest first.' })
  credentials(@CurrentActor() actor: Actor, @Parent() volunteer: VolunteerProfile): Promise<ManagedCredential[]> {
    return this.reads.ofVolunteer(actor, volunteer.id);
  }

  @Query(() => CredentialConnection, { description: 'Credentials that wait for a decision of mine, the oldest first.' })
  @Allow('organizer')
  credentialsToDecide(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => CredentialFilter, nullable: true }) filter?: CredentialFilter | null,
  ): Promise<CredentialConnection> {
    return this.reads.toDecide(actor, filter ?? {}, page);
  }

  @Query(() => CredentialConnection, {
    description: 'Credentials that count and end soon (within 60 days unless told), the next first.',
  })
  @Allow('organizer')
  credentialsExpiring(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => CredentialFilter, nullable: true }) filter?: CredentialFilter | null,
  ): Promise<CredentialConnection> {
    return this.reads.expiring(actor, filter ?? {}, page);
  }

  @Mutation(() => ManagedCredential, { description: 'Writes down a training or an age that staff have seen.' })
  @Allow('organizer')
  recordCredential(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordCredentialInput,
  ): Promise<ManagedCredential> {
    return this.desk.record(actor, input);
  }

  @Mutation(() => [ManagedCredential], {
    description: 'Approves or rejects what volunteers claim, all of these or none; each of them is told.',
  })
  @Allow('organizer')
  decideCredentials(
    @CurrentActor() actor: Actor,
    @Args('ids', { type: () => [ID], description: 'At most 100.' }) ids: string[],
    @Args('approve', { type: () => Boolean, description: 'Whether they count.' }) approve: boolean,
    @Args('reason', { type: () => String, nullable: true, description: 'Why not; the volunteers read it.' })
    reason?: string | null,
  ): Promise<ManagedCredential[]> {
    return this.desk.decide(actor, ids, { approve, reason });
  }

  @Mutation(() => ManagedCredential, {
    description: 'Says that a credential no longer counts; the volunteer is told why.',
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
