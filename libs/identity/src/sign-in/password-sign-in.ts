import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { Browser } from '../access/current-browser.js';
import { RateLimits } from '../rate-limits/rate-limits.js';
import { SecurityEvents } from '../security-events/security-events.js';
import { FirstStep, signInFailedRefusal } from './first-step.js';
import { KnownDevices } from '../sessions/known-devices.js';
import { Passwords } from './passwords.js';
import type { SignInArgs } from './sign-in.args.js';
import type { SignInPayload } from './sign-in-payload.type.js';

@Injectable()
export class PasswordSignIn {
  constructor(
    private readonly limits: RateLimits,
    private readonly passwords: Passwords,
    private readonly devices: KnownDevices,
    private readonly firstStep: FirstStep,
    private readonly events: SecurityEvents,
  ) {}

  /**
   * On a known browser, failed attempts from elsewhere don't count. Known and unknown addresses cost the same query and
   * the same hash.
   * @throws Refusal SIGN_IN_FAILED or TOO_MANY_TRIES
   */
  async signIn(actor: Actor, { email, password }: SignInArgs, browser: Browser): Promise<SignInPayload> {
    const device = this.devices.idOf(browser, email);
    if (!device) await this.limits.consume('sign-in-by-address', actor.address);
    const [budget, key] = device
      ? (['sign-in-by-device', `${email}|${device}`] as const)
      : (['sign-in-by-account', email] as const);
    await this.limits.consume(budget, key);
    const candidate = await this.firstStep.candidate(email);
    const isRight = await this.passwords.matches(candidate?.passwordHash ?? null, password);
    if (!candidate || !isRight) {
      const { address } = actor;
      this.events.record({ kind: 'sign-in-failed', accountId: candidate?.id, detail: 'password', address });
      throw signInFailedRefusal();
    }
    await this.limits.reset(budget, key);
    if (!device) await this.limits.giveBackPoint('sign-in-by-address', actor.address);
    return this.firstStep.complete(candidate, 'password', actor, browser);
  }
}
