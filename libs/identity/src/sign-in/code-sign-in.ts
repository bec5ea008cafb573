import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@upstander/platform';
import { AccountCreation } from '../accounts/account-creation.js';
import type { Actor } from '../access/actor.js';
import type { Browser } from '../access/current-browser.js';
import type { LocaleName } from '../languages/locale.js';
import { EmailRequestLimits } from '../rate-limits/email-request-limits.js';
import { RateLimits } from '../rate-limits/rate-limits.js';
import { SecurityEvents } from '../security-events/security-events.js';
import { RequestingBrowser } from './requesting-browser.js';
import { FirstStep, signInFailedRefusal } from './first-step.js';
import { SignInCodes } from '../sign-in-codes/sign-in-codes.js';
import type { RequestSignInCodeArgs, SignInCodeRequest, SignInWithCodeArgs } from './sign-in.args.js';
import type { SignInPayload } from './sign-in-payload.type.js';

const kind = 'sign-in-code';

@Injectable()
export class CodeSignIn {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly requests: EmailRequestLimits,
    private readonly requestingBrowser: RequestingBrowser,
    private readonly codes: SignInCodes,
    private readonly firstStep: FirstStep,
    private readonly events: SecurityEvents,
    private readonly accounts: AccountCreation,
  ) {}

  /**
   * Response and timing don't reveal if the address is known.
   * @throws Refusal TOO_MANY_TRIES or SOLUTION_NEEDED
   */
  async request(actor: Actor, args: RequestSignInCodeArgs, browser: Browser): Promise<SignInCodeRequest> {
    await this.requests.consume(actor, browser, { kind, email: args.email, solution: args.solution });
    const challenge = this.requestingBrowser.ensureName(browser, args.challenge);
    const codeRequest = { email: args.email, locale: args.locale ?? 'en', browser: challenge };
    await this.db.transaction((tx) => this.codes.send(tx, codeRequest, this.clock.now()));
    // Looked up for every address, so timing reveals nothing.
    const owner = await this.firstStep.candidate(args.email);
    this.events.record({ kind: 'code-requested', accountId: owner?.id, address: actor.address });
    return { ok: true, challenge };
  }

  /**
   * A new address gets a volunteer account.
   * @throws Refusal SIGN_IN_FAILED, CODE_ASKED_ELSEWHERE or TOO_MANY_TRIES
   */
  async signIn(actor: Actor, args: SignInWithCodeArgs, browser: Browser): Promise<SignInPayload> {
    const { email, code, challenge } = args;
    await this.limits.consume('code-try-by-address', actor.address);
    const codeRequest = { email, browser: this.requestingBrowser.nameOf(browser, challenge) };
    const triesKey = `${email}|${codeRequest.browser ?? ''}`;
    if (codeRequest.browser) await this.limits.consume('code-try-by-browser', triesKey);
    const usedCode = await this.codes.redeem(codeRequest, code, this.clock.now());
    if (!usedCode) {
      const owner = await this.firstStep.candidate(email);
      this.events.record({ kind: 'sign-in-failed', accountId: owner?.id, detail: 'code', address: actor.address });
      throw signInFailedRefusal();
    }
    await this.createAccountIfMissing(email, usedCode.locale);
    const candidate = await this.firstStep.candidate(email);
    if (!candidate) throw signInFailedRefusal();
    await this.limits.reset('code-try-by-browser', triesKey);
    await this.limits.giveBackPoint('code-try-by-address', actor.address);
    await this.requests.settle(actor, browser, { kind, email });
    return this.firstStep.complete(candidate, 'code', actor, browser);
  }

  private async createAccountIfMissing(email: string, locale: LocaleName): Promise<void> {
    await this.db.transaction(async (tx) => {
      const person = { email, name: email.split('@', 1)[0]!, locale };
      const id = await this.accounts.create(tx, person, { by: null, at: this.clock.now() });
      if (id) await tx.query(`INSERT INTO identity."grant" (account_id, role) VALUES ($1, 'volunteer')`, [id]);
    });
  }
}
