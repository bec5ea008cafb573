import { Acknowledgement } from '@upstander/platform';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/current-actor.js';
import { CurrentBrowser, type Browser } from '../access/current-browser.js';
import { ShownAccount } from '../accounts/account.type.js';
import { SignInPayload } from '../sign-in/sign-in-payload.type.js';
import { FreshSecondStep } from '../authenticators/fresh-second-step.js';
import { SecondStepReset } from './second-step-reset.js';
import { BeginSecondStepArgs, FinishSecondStepArgs } from './second-step.args.js';
import { SecondStepSetup } from '../authenticators/second-step-setup.type.js';
import { SecondStepService } from './second-step.service.js';

@Resolver()
export class SecondStepResolver {
  constructor(
    private readonly secondStep: SecondStepService,
    private readonly resets: SecondStepReset,
    private readonly freshSecondStep: FreshSecondStep,
  ) {}

  @Mutation(() => SignInPayload, {
    description: 'Completes a sign-in with a code from the authenticator app, or a recovery code.',
  })
  @Allow('second-step')
  verifySecondStep(
    @CurrentActor() actor: Actor,
    @Args('code', { type: () => String }) code: string,
    @CurrentBrowser() browser: Browser,
  ): Promise<SignInPayload> {
    return this.secondStep.verify(actor, code, browser);
  }

  @Mutation(() => Acknowledgement, {
    description:
      "Confirms the caller's identity with a new authenticator code, before powerful roles are granted or revoked.",
  })
  @Allow('signed-in')
  proveSecondStep(
    @CurrentActor() actor: Actor,
    @Args('code', { type: () => String }) code: string,
    @CurrentBrowser() browser: Browser,
  ): Promise<Acknowledgement> {
    return this.freshSecondStep.verify(actor, code, browser);
  }

  @Mutation(() => SecondStepSetup, { description: 'Starts the setup of an authenticator app.' })
  @Allow('second-step')
  beginSecondStepSetup(
    @CurrentActor() actor: Actor,
    @Args() args: BeginSecondStepArgs,
    @CurrentBrowser() browser: Browser,
  ): Promise<SecondStepSetup> {
    return this.secondStep.begin(actor, args.currentPassword, browser);
  }

  @Mutation(() => SignInPayload, { description: 'Completes the setup with the first code from the app.' })
  @Allow('second-step')
  finishSecondStepSetup(
    @CurrentActor() actor: Actor,
    @Args() args: FinishSecondStepArgs,
    @CurrentBrowser() browser: Browser,
  ): Promise<SignInPayload> {
    return this.secondStep.finish(actor, args, browser);
  }

  @Query(() => Int, { description: 'Number of unused recovery codes of the caller.' })
  @Allow('signed-in')
  recoveryCodesLeft(@CurrentActor() actor: Actor): Promise<number> {
    return this.secondStep.countRecoveryCodes(actor);
  }

  @Mutation(() => [String], {
    description:
      'Returns ten recovery codes, in place of earlier ones. Each works once instead of a code from the authenticator app. They can’t be read later.',
  })
  @Allow('signed-in')
  createRecoveryCodes(@CurrentActor() actor: Actor): Promise<string[]> {
    return this.secondStep.createRecoveryCodes(actor);
  }

  @Mutation(() => ShownAccount, {
    description:
      'Resets two-step sign-in after a lost phone: ends all sessions, and removes the app after a waiting period or when a second admin confirms.',
  })
  @Allow('admin')
  resetSecondStep(
    @CurrentActor() actor: Actor,
    @Args('accountId', { type: () => ID }) accountId: string,
  ): Promise<ShownAccount> {
    return this.resets.reset(actor, accountId);
  }

  @Mutation(() => ShownAccount, { description: 'Stops a pending reset of two-step sign-in.' })
  @Allow('admin')
  stopSecondStepReset(
    @CurrentActor() actor: Actor,
    @Args('accountId', { type: () => ID }) accountId: string,
  ): Promise<ShownAccount> {
    return this.resets.stop(actor, accountId);
  }
}
