import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Acknowledgement } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/current-actor.js';
import { CurrentBrowser, type Browser } from '../access/current-browser.js';
import { CodeSignIn } from './code-sign-in.js';
import { PasswordChange } from './password-change.js';
import { PasswordSignIn } from './password-sign-in.js';
import {
  RequestSignInCodeArgs,
  ResetPasswordArgs,
  SetPasswordArgs,
  SignInArgs,
  SignInCodeRequest,
  SignInWithCodeArgs,
} from './sign-in.args.js';
import { SignInPayload } from './sign-in-payload.type.js';

@Resolver()
export class SignInResolver {
  constructor(
    private readonly byCode: CodeSignIn,
    private readonly byPassword: PasswordSignIn,
    private readonly passwords: PasswordChange,
  ) {}

  @Mutation(() => SignInCodeRequest, {
    description: 'Mails a code to sign in with, for this browser alone; the answer says nothing about the address.',
  })
  @Allow('anyone')
  requestSignInCode(
    @CurrentActor() actor: Actor,
    @Args() args: RequestSignInCodeArgs,
    @CurrentBrowser() browser: Browser,
  ): Promise<SignInCodeRequest> {
    return this.byCode.request(actor, args, browser);
  }

  @Mutation(() => SignInPayload, { description: 'Signs in with the code that was mailed, once.' })
  @Allow('anyone')
  signInWithCode(
    @CurrentActor() actor: Actor,
    @Args() args: SignInWithCodeArgs,
    @CurrentBrowser() browser: Browser,
  ): Promise<SignInPayload> {
    return this.byCode.signIn(actor, args, browser);
  }

  @Mutation(() => SignInPayload, { description: 'Signs in with a password; staff go on to the second step.' })
  @Allow('anyone')
  signIn(
    @CurrentActor() actor: Actor,
    @Args() args: SignInArgs,
    @CurrentBrowser() browser: Browser,
  ): Promise<SignInPayload> {
    return this.byPassword.signIn(actor, args, browser);
  }

  @Mutation(() => Acknowledgement, { description: 'Sets my password and signs my other browsers out.' })
  @Allow('signed-in')
  setPassword(
    @CurrentActor() actor: Actor,
    @Args() args: SetPasswordArgs,
    @CurrentBrowser() browser: Browser,
  ): Promise<Acknowledgement> {
    return this.passwords.set(actor, args, browser);
  }

  @Mutation(() => Acknowledgement, {
    description:
      'For a forgotten password: takes the place of the old one when this session began with a mailed code a few minutes ago. Signs my other browsers out.',
  })
  @Allow('signed-in')
  resetPassword(@CurrentActor() actor: Actor, @Args() args: ResetPasswordArgs): Promise<Acknowledgement> {
    return this.passwords.reset(actor, args.newPassword);
  }
}
