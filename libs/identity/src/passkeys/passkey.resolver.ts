import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Acknowledgement } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/current-actor.js';
import { CurrentBrowser, type Browser } from '../access/current-browser.js';
import { SignInPayload } from '../sign-in/sign-in-payload.type.js';
import { AddPasskeyInput, MyPasskey } from './passkey.entity.js';
import { PasskeyCreationOptions, PasskeyRequestOptions } from './passkey-options.type.js';
import { PasskeyAssertion } from './passkey-response.input.js';
import { PasskeySignIn } from './passkey-sign-in.js';
import { Passkeys } from './passkeys.service.js';

@Resolver(() => MyPasskey)
export class PasskeyResolver {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly passkeySignIn: PasskeySignIn,
  ) {}

  @Query(() => [MyPasskey], { description: 'Passkeys of the signed-in user.' })
  @Allow('signed-in')
  myPasskeys(@CurrentActor() actor: Actor): Promise<MyPasskey[]> {
    return this.passkeys.list(actor);
  }

  @Mutation(() => PasskeyCreationOptions, {
    description: 'Starts adding a passkey to a staff account. Requires a recent code from the authenticator app.',
  })
  @Allow('signed-in')
  beginPasskey(@CurrentActor() actor: Actor, @CurrentBrowser() browser: Browser): Promise<PasskeyCreationOptions> {
    return this.passkeys.begin(actor, browser);
  }

  @Mutation(() => MyPasskey, {
    description: 'Adds the passkey that the device created, and emails the owner. At most 20 per person.',
  })
  @Allow('signed-in')
  addPasskey(
    @CurrentActor() actor: Actor,
    @Args('input') input: AddPasskeyInput,
    @CurrentBrowser() browser: Browser,
  ): Promise<MyPasskey> {
    return this.passkeys.add(actor, input, browser);
  }

  @Mutation(() => Acknowledgement, {
    description: "Removes a passkey of the caller, ends the caller's other sessions, and emails the owner.",
  })
  @Allow('signed-in')
  removePasskey(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Acknowledgement> {
    return this.passkeys.remove(actor, id);
  }

  @Mutation(() => PasskeyRequestOptions, {
    description: 'Starts a sign-in with a passkey. The device chooses the passkey, so no address is needed.',
  })
  @Allow('anyone')
  beginPasskeySignIn(@CurrentBrowser() browser: Browser): PasskeyRequestOptions {
    return this.passkeySignIn.begin(browser);
  }

  @Mutation(() => SignInPayload, {
    description:
      'Signs staff in with a passkey alone, if they have another passkey or unused recovery codes. Otherwise passkeys only replace the code from the app.',
  })
  @Allow('anyone')
  signInWithPasskey(
    @CurrentActor() actor: Actor,
    @Args('assertion', { description: 'Response of the device.' }) assertion: PasskeyAssertion,
    @CurrentBrowser() browser: Browser,
  ): Promise<SignInPayload> {
    return this.passkeySignIn.signIn(actor, assertion, browser);
  }

  @Mutation(() => PasskeyRequestOptions, {
    description: 'Starts the use of a passkey in place of a code from the authenticator app.',
  })
  @Allow('second-step')
  beginPasskeyConfirmation(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
  ): Promise<PasskeyRequestOptions> {
    return this.passkeySignIn.beginConfirmation(actor, browser);
  }

  @Mutation(() => SignInPayload, { description: 'Completes a sign-in with a passkey.' })
  @Allow('second-step')
  verifyPasskey(
    @CurrentActor() actor: Actor,
    @Args('assertion', { description: 'Response of the device.' }) assertion: PasskeyAssertion,
    @CurrentBrowser() browser: Browser,
  ): Promise<SignInPayload> {
    return this.passkeySignIn.completeSecondStep(actor, assertion, browser);
  }

  @Mutation(() => Acknowledgement, {
    description: "Confirms the caller's identity with a passkey, like `proveSecondStep` with a code.",
  })
  @Allow('signed-in')
  provePasskey(
    @CurrentActor() actor: Actor,
    @Args('assertion', { description: 'Response of the device.' }) assertion: PasskeyAssertion,
    @CurrentBrowser() browser: Browser,
  ): Promise<Acknowledgement> {
    return this.passkeySignIn.prove(actor, assertion, browser);
  }
}
