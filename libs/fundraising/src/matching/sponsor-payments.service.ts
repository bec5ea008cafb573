import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Ledger, positiveAmount } from '@upstander/ledger';
import { badInput, Clock, Database, notThere, Refusal, type Tx, typedKey } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { OfflineTools } from '../offline/offline-tools.js';
import { plain } from '../offline/plain.js';
import { optionalLine } from '../offline/optional-line.js';
import type { ManagedMatchingPool, RecordSponsorPaymentInput } from './managed-matching-pool.js';
import { PoolReads } from './pool-reads.service.js';

/** What sponsors pay of what they promised: from then on it can be handed on. */
@Injectable()
export class SponsorPayments {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly tools: OfflineTools,
    private readonly ledger: Ledger,
    private readonly reads: PoolReads,
  ) {}

  /** @throws Refusal NOT_FOUND, ABOVE_MATCHED (more than is matched and not paid), BAD_INPUT. */
  async record(actor: Actor, input: RecordSponsorPaymentInput): Promise<ManagedMatchingPool> {
    await this.tools.access.require(actor, 'matching-pool:change', [input.poolId], 'This match');
    const call = {
      operation: 'recordSponsorPayment',
      actorKey: actor.accountId ?? '',
      key: typedKey(input.idempotencyKey),
      input: plain(input),
    };
    await this.db.transaction((tx) => this.tools.idempotency.once(tx, call, () => this.write(tx, actor, input)));
    return this.reads.byId(input.poolId);
  }

  private async write(tx: Tx, actor: Actor, input: RecordSponsorPaymentInput): Promise<string> {
    // Under the lock of the pool, like the matches: what is outstanding does not change meanwhile.
    const [pool] = await tx.query<{
      id: string;
      campaignId: string;
      currency: string;
      outstanding: string;
      today: string;
    }>(
      `SELECT p.id, p.campaign_id AS "campaignId", p.currency, p.matched_minor - p.received_minor AS outstanding,
         ($2::timestamptz AT TIME ZONE c.time_zone)::date AS today
       FROM fundraising.matching_pool p JOIN fundraising.campaign c ON c.id = p.campaign_id
       WHERE p.id = $1 FOR NO KEY UPDATE OF p`,
      [input.poolId, this.clock.now()],
    );
    if (!pool) throw notThere('This match');
    const { currency } = pool;
    const amount = positiveAmount(input.amount, currency);
    if (input.receivedOn > pool.today) throw badInput({ receivedOn: 'in-the-future' });
    if (amount > BigInt(pool.outstanding)) {
      throw new Refusal('ABOVE_MATCHED', 'That is more than is matched and not paid yet.', {
        outstandingMinor: pool.outstanding,
        currency,
      });
    }
    const id = randomUUID();
    const now = this.clock.now();
    await tx.query(
      `INSERT INTO fundraising.sponsor_payment (id, pool_id, amount_minor, received_on, reference, recorded_by, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        pool.id,
        String(amount),
        input.receivedOn,
        optionalLine('reference', input.reference, 120),
        actor.accountId,
        now,
      ],
    );
    await tx.query('UPDATE fundraising.matching_pool SET received_minor = received_minor + $2 WHERE id = $1', [
      pool.id,
      String(amount),
    ]);
    await this.ledger.post(tx, [
      {
        kind: 'sponsor',
        externalRef: `sponsor:${id}`,
        subjectId: pool.id,
        happenedAt: now,
        postings: [
          { kind: 'bank', amountMinor: amount, currency },
          { kind: 'matching-receivable', ownerId: pool.id, amountMinor: -amount, currency },
          { kind: 'matched-promised', ownerId: pool.campaignId, amountMinor: amount, currency },
          { kind: 'matched-received', ownerId: pool.campaignId, amountMinor: -amount, currency },
        ],
      },
    ]);
    return id;
  }
}
