import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import type { Browser } from '../access/current-browser.js';
import { noteSecurityEvent } from '../accounts/security-event.entity.js';
import type { LocaleName } from '../accounts/locale.js';
import { RateLimits } from '../rate-limits/rate-limits.js';
import { FirstStep, wrongSignIn } from './first-step.js';
import { SignInCodes } from './sign-in-codes.js';
import type { RequestSignInCodeArgs, SignInWithCodeArgs } from './sign-in.args.js';
import type { SignInPayload } from './sign-in-payload.type.js';

/** Signing in with a code from a mail. */
@Injectable()
export class CodeSignIn {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly codes: SignInCodes,
    private readonly firstStep: FirstStep,
  ) {}

  /** Mails a code; never says, nor shows by its work, whether the address is known. @throws Refusal TOO_MANY_TRIES */
  async request(actor: Actor, { email, locale }: RequestSignInCodeArgs): Promise<{ ok: boolean }> {
    await this.limits.take('code-mail-by-address', actor.address);
    await this.limits.take('code-mail-by-account', email);
    await this.db.transaction((tx) => this.codes.send(tx, email, locale ?? 'en', this.clock.now()));
    return { ok: true };
  }

  /**
   * The first step by code. Whoever reads the mail of an address without an account is its owner, and becomes a
   * volunteer with an account.
   * @throws Refusal SIGN_IN_FAILED or TOO_MANY_TRIES
   */
  async signIn(actor: Actor, { email, code }: SignInWithCodeArgs, browser: Browser): Promise<SignInPayload> {
    await this.limits.take('code-try-by-address', actor.address);
    await this.limits.take('code-try-by-account', email);
    const used = await this.codes.use(email, code, this.clock.now());
    if (!used) throw wrongSignIn();
    await this.welcome(email, used.locale);
    const candidate = await this.firstStep.candidate(email);
    if (!candidate) throw wrongSignIn();
    await this.limits.forgive('code-try-by-account', email);
    return this.firstStep.pass(candidate, actor, browser);
  }

  private async welcome(email: string, locale: LocaleName): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [made] = await tx.query<{ id: string }>(
        `INSERT INTO identity.account (email, name, locale) VALUES ($1::text, split_part($1::text, '@', 1), $2)
         ON CONFLICT (email) DO NOTHING RETURNING id`,
        [email, locale],
      );
      if (!made) return;
      await tx.query(`INSERT INTO identity."grant" (account_id, role) VALUES ($1, 'volunteer')`, [made.id]);
      await noteSecurityEvent(tx, { kind: 'account-created', accountId: made.id, at: this.clock.now() });
    });
  }
}
