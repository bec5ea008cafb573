import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { money } from '@upstander/ledger';
import { badInput, Clock, Database, JobQueue, notThere, Refusal, type Tx, typedKey } from '@upstander/platform';
import { campaignForMoney } from '../offline/campaign-for-money.js';
import { OfflineTools } from '../offline/offline-tools.js';
import { plain } from '../offline/plain.js';
import type {
  CloseMatchingPoolInput,
  CreateMatchingPoolInput,
  ManagedMatchingPool,
  UpdateMatchingPoolInput,
} from './managed-matching-pool.js';
import { PoolReads } from './pool-reads.service.js';
import { poolTerms, type PoolTerms } from './pool-rules.js';

interface HeldPool extends Omit<PoolTerms, 'capMinor' | 'perGiftCapMinor'> {
  id: string;
  currency: string;
  capMinor: string;
  perGiftCapMinor: string | null;
  matchedMinor: string;
  hasMatches: boolean;
  closedAt: Date | null;
}

/** What sponsors promise. The matches themselves are worked out by fundraising.match_gifts. */
@Injectable()
export class MatchingPools {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly tools: OfflineTools,
    private readonly queue: JobQueue,
    private readonly reads: PoolReads,
  ) {}

  /** @throws Refusal NOT_FOUND, CAMPAIGN_NOT_OPEN, BAD_INPUT. */
  async create(actor: Actor, input: CreateMatchingPoolInput): Promise<ManagedMatchingPool> {
    await this.tools.access.require(actor, 'campaign:match', [input.campaignId], 'This fundraiser');
    const call = {
      operation: 'createMatchingPool',
      actorKey: actor.accountId ?? '',
      key: typedKey(input.idempotencyKey),
      input: plain(input),
    };
    const id = await this.db.transaction((tx) => this.tools.idempotency.once(tx, call, () => this.insert(tx, input)));
    return this.reads.byId(id);
  }

  /**
   * Changes what is said; while something is matched, its rule (ratio, cap for one gift, beginning) stays.
   * @throws Refusal NOT_FOUND, POOL_CLOSED, POOL_IN_USE, CAP_BELOW_MATCHED, BAD_INPUT.
   */
  async update(actor: Actor, input: UpdateMatchingPoolInput): Promise<ManagedMatchingPool> {
    await this.tools.access.require(actor, 'matching-pool:change', [input.id], 'This match');
    await this.db.transaction(async (tx) => {
      const pool = await hold(tx, input.id);
      const terms = poolTerms(merged(pool, input), pool.currency);
      this.refuseBroken(pool, terms);
      await tx.query(
        `UPDATE fundraising.matching_pool SET sponsor_name = $2, sponsor_hidden = $3, ratio_percent = $4, cap_minor = $5,
           per_gift_cap_minor = $6, starts_at = $7, ends_at = $8 WHERE id = $1`,
        [pool.id, ...columnsOf(terms)],
      );
      tx.afterCommit(() => this.queue.ring('match-gifts'));
    });
    return this.reads.byId(input.id);
  }

  /** Ends it now. What was paid before is still matched, however late Stripe tells of it. @throws Refusal NOT_FOUND. */
  async close(actor: Actor, input: CloseMatchingPoolInput): Promise<ManagedMatchingPool> {
    await this.tools.access.require(actor, 'matching-pool:change', [input.id], 'This match');
    await this.db.transaction(async (tx) => {
      await tx.query('UPDATE fundraising.matching_pool SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL', [
        input.id,
        this.clock.now(),
      ]);
      tx.afterCommit(() => this.queue.ring('match-gifts'));
    });
    return this.reads.byId(input.id);
  }

  private async insert(tx: Tx, input: CreateMatchingPoolInput): Promise<string> {
    const now = this.clock.now();
    const campaign = await campaignForMoney(tx, input.campaignId, now);
    const terms = poolTerms(input, campaign.currency);
    if (terms.endsAt <= now) throw badInput({ endsAt: 'in-the-past' });
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO fundraising.matching_pool (campaign_id, currency, created_at, sponsor_name, sponsor_hidden,
         ratio_percent, cap_minor, per_gift_cap_minor, starts_at, ends_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
      [campaign.id, campaign.currency, now, ...columnsOf(terms)],
    );
    tx.afterCommit(() => this.queue.ring('match-gifts'));
    return row!.id;
  }

  private refuseBroken(pool: HeldPool, terms: PoolTerms): void {
    if (pool.closedAt) throw new Refusal('POOL_CLOSED', 'This match has ended. Make a new one to go on.');
    const ruleChanged =
      terms.ratioPercent !== pool.ratioPercent ||
      terms.perGiftCapMinor !== (pool.perGiftCapMinor === null ? null : BigInt(pool.perGiftCapMinor)) ||
      terms.startsAt.valueOf() !== pool.startsAt.valueOf();
    if (ruleChanged && pool.hasMatches) {
      throw new Refusal('POOL_IN_USE', 'Gifts are matched by this rule. End it and make a new one to change the rule.');
    }
    if (terms.capMinor < BigInt(pool.matchedMinor)) {
      throw new Refusal('CAP_BELOW_MATCHED', 'More than that is matched already.', {
        matched: { ...money(pool.matchedMinor, pool.currency), amountMinor: pool.matchedMinor },
      });
    }
    if (terms.endsAt.valueOf() !== pool.endsAt.valueOf() && terms.endsAt <= this.clock.now()) {
      throw badInput({ endsAt: 'in-the-past' });
    }
  }
}

async function hold(tx: Tx, id: string): Promise<HeldPool> {
  const [pool] = await tx.query<HeldPool>(
    `SELECT p.id, p.currency, p.sponsor_name AS "sponsorName", p.sponsor_hidden AS "sponsorHidden",
       p.ratio_percent AS "ratioPercent", p.cap_minor AS "capMinor", p.per_gift_cap_minor AS "perGiftCapMinor",
       p.matched_minor AS "matchedMinor", p.starts_at AS "startsAt", p.ends_at AS "endsAt", p.closed_at AS "closedAt",
       EXISTS (SELECT FROM fundraising.match m WHERE m.pool_id = p.id) AS "hasMatches"
     FROM fundraising.matching_pool p WHERE p.id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  if (!pool) throw notThere('This match');
  return pool;
}

function merged(pool: HeldPool, input: UpdateMatchingPoolInput) {
  const as = (minor: string) => ({ amountMinor: BigInt(minor), currency: pool.currency });
  return {
    sponsorName: input.sponsorName ?? pool.sponsorName,
    sponsorHidden: input.sponsorHidden ?? pool.sponsorHidden,
    ratioPercent: input.ratioPercent ?? pool.ratioPercent,
    cap: input.cap ?? as(pool.capMinor),
    perGiftCap: input.perGiftCap ?? (pool.perGiftCapMinor === null ? null : as(pool.perGiftCapMinor)),
    startsAt: input.startsAt ?? pool.startsAt,
    endsAt: input.endsAt ?? pool.endsAt,
  };
}

/** In the order of the statements above. */
function columnsOf(terms: PoolTerms): unknown[] {
  return [
    terms.sponsorName,
    terms.sponsorHidden,
    terms.ratioPercent,
    String(terms.capMinor),
    terms.perGiftCapMinor === null ? null : String(terms.perGiftCapMinor),
    terms.startsAt,
    terms.endsAt,
  ];
}
