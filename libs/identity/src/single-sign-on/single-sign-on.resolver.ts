import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { Acknowledgement } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/current-actor.js';
import { IdentityLinks } from './identity-links.js';
import { SingleSignOn } from './single-sign-on.service.js';

@Resolver()
export class SingleSignOnResolver {
  constructor(
    private readonly signOn: SingleSignOn,
    private readonly links: IdentityLinks,
  ) {}

  @Query(() => String, {
    nullable: true,
    description:
      'Name of the identity provider that staff can sign in with, for example “Google”; null if there is none.',
  })
  @Allow('anyone')
  singleSignOnName(): string | null {
    return this.signOn.name;
  }

  @Mutation(() => Acknowledgement, {
    description:
      "Removes the caller's link to the identity provider and the roles that its groups gave, ends the caller's other sessions, and emails the owner.",
  })
  @Allow('signed-in')
  unlinkSingleSignOn(@CurrentActor() actor: Actor): Promise<Acknowledgement> {
    return this.links.unlink(actor);
  }
}
