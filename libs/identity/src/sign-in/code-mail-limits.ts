import { Injectable } from '@nestjs/common';
import { Clock, Database, Puzzles, Refusal } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import type { Browser } from '../access/current-browser.js';
import type { LimitName } from '../rate-limits/limits.js';
import { networksOf } from '../rate-limits/network.js';
import { RateLimits } from '../rate-limits/rate-limits.js';
import { KnownDevices } from './known-devices.js';

const purpose = 'sign-in-code-puzzle';

/**
 * How many codes are mailed to one address. Five an hour for each network that asks, fifteen for all of them; above it
 * whoever asks has a puzzle solved, so that neither a mailbox is filled nor its owner kept out. A browser on which the
 * owner has signed in before has a budget nobody else can use up. The same for every address, known or not.
 */
@Injectable()
export class CodeMailLimits {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly devices: KnownDevices,
    private readonly puzzles: Puzzles,
  ) {}

  /** Counts one mail. @throws Refusal TOO_MANY_TRIES, or SOLUTION_NEEDED with a `puzzle` */
  async consume(actor: Actor, browser: Browser, asked: { email: string; solution?: string | null }): Promise<void> {
    const { email, solution } = asked;
    await this.limits.consume('code-mail-by-address', actor.address);
    const device = this.devices.idOf(browser, email);
    if (device && (await this.isWithin('code-mail-by-device', `${email}|${device}`))) return;
    const here = `${email}|${networksOf(actor.address)[0]}`;
    if (
      (await this.isWithin('code-mail-by-account-here', here)) &&
      (await this.isWithin('code-mail-by-account', email))
    ) {
      return;
    }
    await this.spend(solution);
    await this.limits.consume('code-mail-by-account-solved', email);
  }

  private async spend(solution: string | null | undefined): Promise<void> {
    const now = this.clock.now();
    const solved = await this.puzzles.solved(purpose, solution, now);
    const taken = solved
      ? await this.db.query(
          `INSERT INTO identity.spent_solution (signature, expires_at) VALUES ($1, $2)
           ON CONFLICT DO NOTHING RETURNING 1 AS taken`,
          [solved.signature, solved.expires],
        )
      : [];
    if (taken.length > 0) return;
    throw new Refusal(
      'SOLUTION_NEEDED',
      'Many codes were asked for with this address. Please let your browser solve a small puzzle first.',
      { puzzle: await this.puzzles.fresh(purpose, now) },
    );
  }

  private async isWithin(limit: LimitName, key: string): Promise<boolean> {
    try {
      await this.limits.consume(limit, key);
      return true;
    } catch (refused) {
      if (refused instanceof Refusal && refused.code === 'TOO_MANY_TRIES') return false;
      throw refused;
    }
  }
}
