import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { money } from '@upstander/ledger';
import {
  badInput,
  changedValues,
  Clock,
  Database,
  Idempotency,
  insertRow,
  JobQueue,
  notFound,
  Refusal,
  type Tx,
} from '@upstander/platform';
import { IsNull } from 'typeorm';
import { campaignForMoney } from '../gifts/campaign-for-money.js';
import { MatchingPool, type ManagedMatchingPool } from './matching-pool.entity.js';
import type {
  CloseMatchingPoolInput,
  CreateMatchingPoolInput,
  UpdateMatchingPoolInput,
} from './matching-pool.input.js';
import { PoolReads } from './pool-reads.service.js';
import { poolTerms, type PoolTerms } from './pool-rules.js';

/** The database function fundraising.match_gifts calculates the matches. */
@Injectable()
export class MatchingPools {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly queue: JobQueue,
    private readonly reads: PoolReads,
  ) {}

  /** @throws Refusal NOT_FOUND; CAMPAIGN_NOT_OPEN; BAD_INPUT */
  async create(actor: Actor, input: CreateMatchingPoolInput): Promise<ManagedMatchingPool> {
    await this.access.require(actor, 'campaign:match', [input.campaignId], 'This fundraiser');
    const call = { operation: 'createMatchingPool', actorKey: actor.accountId ?? '', key: input.idempotencyKey, input };
    const id = await this.idempotency.transaction(call, (tx) => this.insert(tx, input));
    return this.reads.byId(id);
  }

  /**
   * Once gifts are matched, the ratio, the cap per gift and the start can't change.
   * @throws Refusal NOT_FOUND; POOL_CLOSED; POOL_IN_USE; CAP_BELOW_MATCHED; BAD_INPUT
   */
  async update(actor: Actor, input: UpdateMatchingPoolInput): Promise<ManagedMatchingPool> {
    await this.access.require(actor, 'matching-pool:change', [input.id], 'This match');
    await this.db.transaction(async (tx) => {
      const pool = await lockPool(tx, input.id);
      const terms = poolTerms(mergeTerms(pool, input), pool.currency);
      await this.requireAllowedChange(tx, pool, terms);
      const changes = changedValues<MatchingPool>(pool, terms);
      if (Object.keys(changes).length > 0) await tx.manager.update(MatchingPool, pool.id, changes);
      tx.afterCommit(() => this.queue.enqueue('match-gifts'));
    });
    return this.reads.byId(input.id);
  }

  /**
   * Gifts paid before closing are still matched, even if Stripe reports them later.
   * @throws Refusal NOT_FOUND
   */
  async close(actor: Actor, input: CloseMatchingPoolInput): Promise<ManagedMatchingPool> {
    await this.access.require(actor, 'matching-pool:change', [input.id], 'This match');
    await this.db.transaction(async (tx) => {
      await tx.manager.update(MatchingPool, { id: input.id, closedAt: IsNull() }, { closedAt: this.clock.now() });
      tx.afterCommit(() => this.queue.enqueue('match-gifts'));
    });
    return this.reads.byId(input.id);
  }

  private async insert(tx: Tx, input: CreateMatchingPoolInput): Promise<string> {
    const now = this.clock.now();
    const campaign = await campaignForMoney(tx, input.campaignId, now);
    const terms = poolTerms(input, campaign.currency);
    if (terms.endsAt <= now) throw badInput({ endsAt: 'in-the-past' });
    const creation = { campaignId: campaign.id, currency: campaign.currency, createdAt: now };
    const id = await insertRow(tx.manager, MatchingPool, { ...terms, ...creation });
    tx.afterCommit(() => this.queue.enqueue('match-gifts'));
    return id;
  }

  private async requireAllowedChange(tx: Tx, pool: MatchingPool, terms: PoolTerms): Promise<void> {
    if (pool.closedAt) throw new Refusal('POOL_CLOSED', 'This match has ended. Create a new one to continue.');
    const ruleChanged =
      terms.ratioPercent !== pool.ratioPercent ||
      terms.perGiftCapMinor !== pool.perGiftCapMinor ||
      terms.startsAt.valueOf() !== pool.startsAt.valueOf();
    if (ruleChanged && (await hasMatches(tx, pool.id))) {
      throw new Refusal(
        'POOL_IN_USE',
        'Gifts have already been matched under this rule. To change it, end this match and create a new one.',
      );
    }
    if (BigInt(terms.capMinor) < BigInt(pool.matchedMinor)) {
      throw new Refusal('CAP_BELOW_MATCHED', 'More than that has already been matched.', {
        matched: { ...money(pool.matchedMinor, pool.currency), amountMinor: pool.matchedMinor },
      });
    }
    if (terms.endsAt.valueOf() !== pool.endsAt.valueOf() && terms.endsAt <= this.clock.now()) {
      throw badInput({ endsAt: 'in-the-past' });
    }
  }
}

async function lockPool(tx: Tx, id: string): Promise<MatchingPool> {
  const pool = await tx.manager.findOne(MatchingPool, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!pool) throw notFound('This match');
  return pool;
}

async function hasMatches(tx: Tx, id: string): Promise<boolean> {
  const existingMatches = await tx.query('SELECT FROM fundraising.match WHERE pool_id = $1 LIMIT 1', [id]);
  return existingMatches.length > 0;
}

function mergeTerms(pool: MatchingPool, input: UpdateMatchingPoolInput) {
  const toMoney = (minor: string) => ({ amountMinor: BigInt(minor), currency: pool.currency });
  return {
    sponsorName: input.sponsorName ?? pool.sponsorName,
    sponsorHidden: input.sponsorHidden ?? pool.sponsorHidden,
    ratioPercent: input.ratioPercent ?? pool.ratioPercent,
    cap: input.cap ?? toMoney(pool.capMinor),
    perGiftCap: input.perGiftCap ?? (pool.perGiftCapMinor === null ? null : toMoney(pool.perGiftCapMinor)),
    startsAt: input.startsAt ?? pool.startsAt,
    endsAt: input.endsAt ?? pool.endsAt,
  };
}
