import { Injectable } from '@nestjs/common';
import { joinCampaign } from '@upstander/accounting';
import { Access, type Actor } from '@upstander/identity';
import { amountFault, Ledger } from '@upstander/ledger';
import {
  Clock,
  Idempotency,
  insertRow,
  notFound,
  readInput,
  Refusal,
  refuseFaults,
  type Tx,
} from '@upstander/platform';
import type { ManagedMatchingPool } from './matching-pool.entity.js';
import { RecordSponsorPaymentInput } from './matching-pool.input.js';
import { PoolReads } from './pool-reads.service.js';
import { SponsorPayment } from './sponsor-payment.entity.js';

@Injectable()
export class SponsorPayments {
  constructor(
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly ledger: Ledger,
    private readonly reads: PoolReads,
  ) {}

  /** @throws Refusal NOT_FOUND; ABOVE_MATCHED if it exceeds the unpaid matches; BAD_INPUT */
  async record(actor: Actor, input: RecordSponsorPaymentInput): Promise<ManagedMatchingPool> {
    await this.access.require(actor, 'matching-pool:change', [input.poolId], 'This match');
    const call = {
      operation: 'recordSponsorPayment',
      actorKey: actor.accountId ?? '',
      key: input.idempotencyKey,
      input,
    };
    await this.idempotency.transaction(call, (tx) => this.write(tx, actor, input));
    return this.reads.byId(input.poolId);
  }

  private async write(tx: Tx, actor: Actor, input: RecordSponsorPaymentInput): Promise<string> {
    // Matching locks the pool too, so the outstanding amount can't change until the commit.
    const [pool] = await tx.query<{
      id: string;
      campaignId: string;
      currency: string;
      outstanding: string;
      today: string;
    }>(
      `SELECT p.id, p.campaign_id AS "campaignId", p.currency, p.matched_minor - p.received_minor AS outstanding,
         ($2::timestamptz AT TIME ZONE c.time_zone)::date AS today
       FROM fundraising.matching_pool p ${joinCampaign('p')}
       WHERE p.id = $1 FOR NO KEY UPDATE OF p`,
      [input.poolId, this.clock.now()],
    );
    if (!pool) throw notFound('This match');
    const { currency } = pool;
    const { values, faults } = readInput(RecordSponsorPaymentInput, input);
    const fault = amountFault(input.amount, currency);
    if (fault) faults['amount'] = fault;
    if (values.receivedOn > pool.today) faults['receivedOn'] = 'in-the-future';
    refuseFaults(faults);
    const amount = input.amount.amountMinor;
    if (amount > BigInt(pool.outstanding)) {
      throw new Refusal('ABOVE_MATCHED', 'That’s more than the matched amount that’s still unpaid.', {
        outstandingMinor: pool.outstanding,
        currency,
      });
    }
    const now = this.clock.now();
    const id = await insertRow(tx.manager, SponsorPayment, {
      ...values,
      poolId: pool.id,
      amountMinor: String(amount),
      recordedBy: actor.accountId!,
      recordedAt: now,
    });
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
