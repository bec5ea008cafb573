import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Acknowledgement } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/current-actor.js';
import { CurrentBrowser, type Browser } from '../access/current-browser.js';

import { RecentSignIn } from './recent-sign-in.js';
import { SessionService } from './session.service.js';
import { MySession } from './session.type.js';

@Resolver(() => MySession)
export class SessionResolver {
  constructor(
    private readonly sessions: SessionService,
    private readonly recent: RecentSignIn,
  ) {}

  @Query(() => [MySession], { description: 'Active sessions of the signed-in user.' })
  @Allow('signed-in')
  mySessions(@CurrentActor() actor: Actor): Promise<MySession[]> {
    return this.sessions.findMine(actor);
  }

  @Query(() => Boolean, {
    description: 'True if the caller signed in within the last few minutes, as required to export or erase their data.',
  })
  @Allow('signed-in')
  signedInRecently(@CurrentActor() actor: Actor): Promise<boolean> {
    return this.recent.isRecent(actor);
  }

  @Mutation(() => Acknowledgement, { description: 'Signs this browser out. Always succeeds.' })
  @Allow('anyone')
  signOut(@CurrentActor() actor: Actor, @CurrentBrowser() browser: Browser): Promise<Acknowledgement> {
    return this.sessions.signOut(actor, browser);
  }

  @Mutation(() => Acknowledgement, { description: 'Signs the caller out in all browsers, including this one.' })
  @Allow('signed-in')
  signOutEverywhere(@CurrentActor() actor: Actor, @CurrentBrowser() browser: Browser): Promise<Acknowledgement> {
    return this.sessions.signOutEverywhere(actor, browser);
  }

  @Mutation(() => Acknowledgement, { description: "Ends the caller's sessions in all other browsers." })
  @Allow('signed-in')
  signOutElsewhere(@CurrentActor() actor: Actor): Promise<Acknowledgement> {
    return this.sessions.signOutElsewhere(actor);
  }

  @Mutation(() => Acknowledgement, { description: 'Ends another session of the caller.' })
  @Allow('signed-in')
  revokeSession(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Acknowledgement> {
    return this.sessions.revoke(actor, id);
  }
}
