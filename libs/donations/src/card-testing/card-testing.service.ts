import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Clock, Config, Database, Logger, WriteBatcher, type Tx } from '@upstander/platform';
import { GiftGate, type GiftAttempt, type GiftGuard } from '../gifts/gift-gate.js';
import type { CardTestingState } from './card-testing-state.js';
import { ChallengeSolutions } from './challenge-solutions.js';

interface Breaker {
  attackUntil: Date | null;
  openUntil: Date | null;
}

interface CardCount {
  started: number;
  declined: number;
  happened: Date;
}

/**
 * Guards new gifts against card testing. During an attack, gifts need a solved challenge and, if that isn't enough, an
 * emailed link. Both stages expire automatically.
 */
@Injectable()
export class CardTesting implements GiftGuard {
  private readonly counter = new WriteBatcher<CardCount, void>((counts) => this.write(counts));

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly logger: Logger,
    private readonly solutions: ChallengeSolutions,
    gate: GiftGate,
  ) {
    gate.register(this);
  }

  /** @throws Refusal CHALLENGE_NEEDED; SOLUTION_SPENT; GIFTS_BY_MAIL_ONLY */
  async admit(tx: Tx, attempt: GiftAttempt): Promise<void> {
    const state = stateAt(await this.readBreaker(tx), attempt.at);
    if (state.underAttack) await this.solutions.requireSolution(tx, attempt, state);
    tx.afterCommit(() => this.count({ started: 1, declined: 0, happened: attempt.at }));
  }

  /** Counts a declined card after the commit. Losing a count in a crash is acceptable. */
  declined(tx: Tx, happenedAt: Date): void {
    tx.afterCommit(() => this.count({ started: 0, declined: 1, happened: happenedAt }));
  }

  /** Returns whether gifts currently need a challenge or an emailed link. */
  async now(): Promise<Pick<CardTestingState, 'breakerOpen' | 'underAttack' | 'until'>> {
    return stateAt(await this.readBreaker(this.db), this.clock.now());
  }

  async findState(): Promise<CardTestingState> {
    const now = this.clock.now();
    const [hour] = await this.db.query<{ started: number; declined: number }>(
      `SELECT coalesce(sum(started), 0)::integer AS started, coalesce(sum(declined), 0)::integer AS declined
       FROM fundraising.card_minute WHERE minute > $1::timestamptz - interval '1 hour' AND minute <= $1`,
      [now],
    );
    return {
      ...stateAt(await this.readBreaker(this.db), now),
      startedLastHour: hour!.started,
      declinedLastHour: hour!.declined,
    };
  }

  /** Ends an attack manually and deletes the recent counts, so that counting starts over. */
  async reset(actor: Actor): Promise<CardTestingState> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      await tx.query(
        'UPDATE fundraising.card_breaker SET attack_until = NULL, open_until = NULL, reset_by = $1, reset_at = $2',
        [actor.accountId, now],
      );
      await tx.query(`DELETE FROM fundraising.card_minute WHERE minute > $1::timestamptz - interval '10 minutes'`, [
        now,
      ]);
    });
    this.logger.info({ event: 'card-testing-reset', accountId: actor.accountId }, 'card testing protection was reset');
    return this.findState();
  }

  flushCounts(): Promise<void> {
    return this.counter.idle();
  }

  private count(one: CardCount): void {
    this.counter.add(one).catch((error: unknown) => {
      this.logger.warn({ why: String(error) }, 'could not count the outcome of a card');
    });
  }

  private async write(counts: CardCount[]): Promise<void[]> {
    const minutes = new Map<number, CardCount>();
    for (const { started: startedCount, declined, happened: happenedAt } of counts) {
      const minute = Math.floor(happenedAt.valueOf() / 60_000);
      const sum = minutes.get(minute);
      if (sum) Object.assign(sum, { started: sum.started + startedCount, declined: sum.declined + declined });
      else minutes.set(minute, { started: startedCount, declined, happened: happenedAt });
    }
    const before = await this.now();
    for (const { started: startedCount, declined, happened: happenedAt } of minutes.values()) {
      await this.db.query('SELECT fundraising.note_cards($1, $2, $3, $4, $5)', [
        startedCount,
        declined,
        happenedAt,
        this.clock.now(),
        this.config.CARD_TESTING_DECLINES,
      ]);
    }
    const after = await this.now();
    if (after.breakerOpen && !before.breakerOpen) {
      this.logger.warn(
        { event: 'card-testing', until: after.until?.toISOString() ?? null },
        'card testing detected: gifts require an emailed link',
      );
    } else if (after.underAttack && !before.underAttack) {
      this.logger.warn(
        { event: 'card-testing', until: after.until?.toISOString() ?? null },
        'card testing detected: gifts require a solved challenge',
      );
    }
    return counts.map(() => undefined);
  }

  private async readBreaker(reader: Pick<Tx, 'query'>): Promise<Breaker> {
    const [row] = await reader.query<{ attackUntil: Date | null; openUntil: Date | null }>(
      'SELECT attack_until AS "attackUntil", open_until AS "openUntil" FROM fundraising.card_breaker',
    );
    return row ?? { attackUntil: null, openUntil: null };
  }
}

function stateAt(
  { attackUntil, openUntil }: Breaker,
  now: Date,
): Pick<CardTestingState, 'breakerOpen' | 'underAttack' | 'until'> {
  const breakerOpen = openUntil !== null && openUntil > now;
  const underAttack = breakerOpen || (attackUntil !== null && attackUntil > now);
  const endTimes = [attackUntil, openUntil].filter((at) => at !== null).map((at) => at.valueOf());
  return { breakerOpen, underAttack, until: underAttack ? new Date(Math.max(...endTimes)) : null };
}
