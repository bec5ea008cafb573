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

  @Query(() => [MySession], { description: 'The browsers I am signed in on.' })
  @Allow('signed-in')
  mySessions(@CurrentActor() actor: Actor): Promise<MySession[]> {
    return this.sessions.mine(actor);
  }

  @Query(() => Boolean, {
    description: 'True if I signed in a few minutes ago: exporting and erasing my data asks for it.',
  })
  @Allow('signed-in')
  signedInRecently(@CurrentActor() actor: Actor): Promise<boolean> {
    return this.recent.isRecent(actor);
  }

  @Mutation(() => Acknowledgement, { description: 'Signs this browser out; always ok.' })
  @Allow('anyone')
  signOut(@CurrentActor() actor: Actor, @CurrentBrowser() browser: Browser): Promise<Acknowledgement> {
    return this.sessions.signOut(actor, browser);
  }

  @Mutation(() => Acknowledgement, { description: 'Signs me out on every browser, this one too.' })
  @Allow('signed-in')
  signOutEverywhere(@CurrentActor() actor: Actor, @CurrentBrowser() browser: Browser): Promise<Acknowledgement> {
    return this.sessions.signOutEverywhere(actor, browser);
  }

  @Mutation(() => Acknowledgement, { description: 'Signs another browser of mine out.' })
  @Allow('signed-in')
  revokeSession(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Acknowledgement> {
    return this.sessions.revoke(actor, id);
  }
}
