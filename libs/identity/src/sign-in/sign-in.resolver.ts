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
    description:
      'Emails a sign-in code for use in this browser only. The response does not reveal whether the address is known.',
  })
  @Allow('anyone')
  requestSignInCode(
    @CurrentActor() actor: Actor,
    @Args() args: RequestSignInCodeArgs,
    @CurrentBrowser() browser: Browser,
  ): Promise<SignInCodeRequest> {
    return this.byCode.request(actor, args, browser);
  }

  @Mutation(() => SignInPayload, { description: 'Signs in with the emailed code. Each code works once.' })
  @Allow('anyone')
  signInWithCode(
    @CurrentActor() actor: Actor,
    @Args() args: SignInWithCodeArgs,
    @CurrentBrowser() browser: Browser,
  ): Promise<SignInPayload> {
    return this.byCode.signIn(actor, args, browser);
  }

  @Mutation(() => SignInPayload, {
    description: 'Signs in with a password; staff then enter a code from their authenticator app.',
  })
  @Allow('anyone')
  signIn(
    @CurrentActor() actor: Actor,
    @Args() args: SignInArgs,
    @CurrentBrowser() browser: Browser,
  ): Promise<SignInPayload> {
    return this.byPassword.signIn(actor, args, browser);
  }

  @Mutation(() => Acknowledgement, { description: "Sets the caller's password and ends their other sessions." })
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
      "Replaces a forgotten password, in a session started with an emailed code within the last few minutes. Ends the caller's other sessions.",
  })
  @Allow('signed-in')
  resetPassword(@CurrentActor() actor: Actor, @Args() args: ResetPasswordArgs): Promise<Acknowledgement> {
    return this.passwords.reset(actor, args.newPassword);
  }
}
