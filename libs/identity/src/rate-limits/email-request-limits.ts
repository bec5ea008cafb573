import { Injectable } from '@nestjs/common';
import { Clock, Database, Puzzles, Refusal } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import type { Browser } from '../access/current-browser.js';
import { KnownDevices } from '../sessions/known-devices.js';
import { networksOf } from '../security-events/network.js';
import { RateLimits } from './rate-limits.js';

export interface EmailRequest {
  /** For example `sign-in-code`. Each kind has its own budgets. */
  kind: string;
  /** Recipient, as the visitor typed it. */
  email: string;
  /** Solved puzzle of an earlier SOLUTION_NEEDED refusal. */
  solution?: string | null;
  /** ID of something only the owner has, for example a personal link. */
  ownerKey?: string;
}

const signInCode = 'sign-in-code';

/**
 * Limits emails that visitors request for a typed address.
 * No mailbox is flooded and no stranger can block the owner. The budgets are tried in this order:
 *
 * 1. A browser on which the owner signed in, the owner's session and a personal link have their own budget.
 * 2. Everyone else shares the budget of their network. Requests that lead to a sign-in are returned to it, so a
 * crowd behind one address passes and a program that tries many addresses does not.
 * 3. Each address has a budget for each network, and one for all networks together.
 *
 * Above the budgets in 2 and 3 the browser solves a puzzle. After many solved puzzles, requests are refused. The
 * outcome is the same for known and unknown addresses.
 */
@Injectable()
export class EmailRequestLimits {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly devices: KnownDevices,
    private readonly puzzles: Puzzles,
  ) {}

  /** @throws Refusal SOLUTION_NEEDED with a `puzzle`, TOO_MANY_TRIES */
  async consume(actor: Actor, browser: Browser, request: EmailRequest): Promise<void> {
    const { kind, solution } = request;
    const email = request.email.toLowerCase();
    const owner = this.ownerOf(actor, browser, { ...request, email });
    if (owner && !(await this.limits.isExceeded('email-request-by-owner', `${email}|${owner}`, kind))) return;
    await this.limits.consume('email-request-by-network-solved', actor.address, kind);
    const limitKey = `${email}|${networksOf(actor.address)[0]}`;
    const isWithin =
      !(await this.limits.isExceeded('email-request-by-network', actor.address, kind)) &&
      !(await this.limits.isExceeded('email-request-here', limitKey, kind)) &&
      !(await this.limits.isExceeded('email-request-by-address', email, kind === signInCode ? kind : 'link'));
    if (isWithin) return;
    if (!(await this.redeemSolution(kind, solution))) {
      await this.releaseSolution(actor, kind);
      throw await this.solutionNeeded(kind);
    }
    await this.limits.consume('email-request-solved-here', limitKey, kind);
    await this.limits.consume('email-request-solved', email, kind);
  }

  /** Returns one request to the network's budget after a person entered the code. */
  async settle(actor: Actor, browser: Browser, { kind, email }: EmailRequest): Promise<void> {
    if (this.ownerOf(actor, browser, { kind, email: email.toLowerCase() })) return;
    await this.releaseSolution(actor, kind);
  }

  private async releaseSolution(actor: Actor, kind: string): Promise<void> {
    await this.limits.giveBackPoint('email-request-by-network', actor.address, kind);
    await this.limits.giveBackPoint('email-request-by-network-solved', actor.address, kind);
  }

  private ownerOf(actor: Actor, browser: Browser, { email, ownerKey }: EmailRequest): string | null {
    if (ownerKey) return ownerKey;
    if (actor.accountId && actor.email?.toLowerCase() === email) return actor.accountId;
    return this.devices.idOf(browser, email);
  }

  /** Marks a correct solution as used. */
  private async redeemSolution(kind: string, solution: string | null | undefined): Promise<boolean> {
    const solvedPuzzle = await this.puzzles.verifySolution(puzzlePurpose(kind), solution, this.clock.now());
    if (!solvedPuzzle) return false;
    const spentRows = await this.db.query(
      `INSERT INTO identity.spent_solution (signature, expires_at) VALUES ($1, $2)
       ON CONFLICT DO NOTHING RETURNING 1 AS spent`,
      [solvedPuzzle.signature, solvedPuzzle.expires],
    );
    return spentRows.length > 0;
  }

  private async solutionNeeded(kind: string): Promise<Refusal> {
    return new Refusal(
      'SOLUTION_NEEDED',
      'We’ve had a lot of email requests. Your browser needs to run a quick check first.',
      { puzzle: await this.puzzles.createPuzzle(puzzlePurpose(kind), this.clock.now()) },
    );
  }
}

const puzzlePurpose = (kind: string) => `email-request/${kind}`;
