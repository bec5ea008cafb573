import { selectList, Database, JobHandler, Logger, type Job } from '@upstander/platform';
import { IsNull } from 'typeorm';
import type Stripe from 'stripe';
import { faultOf } from '../stripe/stripe-faults.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';
import { OfflineRefunds } from './offline-refunds.js';
import { Refund } from './refund.entity.js';
import { RefundSync } from './refund-sync.js';

const columnsToSend = ['id', 'giftId', 'amountMinor', 'reason', 'attempt'] as const;

type PendingRefund = Pick<Refund, (typeof columnsToSend)[number]> & { chargeId: string | null };

const columns = `${selectList(Refund, 'r', columnsToSend)}, g.charge_id AS "chargeId"
  FROM fundraising.refund r JOIN fundraising.gift g ON g.id = r.gift_id`;

/**
 * Sends approved refunds to Stripe, immediately and by this job if Stripe could not be reached. Our
 * key and ID make sure that each refund is sent once, however often it is tried.
 */
@JobHandler('send-refunds')
export class SendRefunds implements Job {
  constructor(
    private readonly db: Database,
    private readonly gateway: StripeGateway,
    private readonly sync: RefundSync,
    private readonly offline: OfflineRefunds,
    private readonly logger: Logger,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const waiting = await this.db.query<PendingRefund>(
      `SELECT ${columns} WHERE r.status = 'requested' ORDER BY r.requested_at LIMIT 100`,
    );
    for (const refund of waiting) {
      if (signal.aborted) return;
      await this.sendOne(refund, true);
    }
  }

  /** Sends a refund immediately if it is approved. On failure, the job retries. */
  async send(id: string): Promise<void> {
    const [refund] = await this.db.query<PendingRefund>(
      `SELECT ${columns} WHERE r.id = $1 AND r.status = 'requested'`,
      [id],
    );
    if (refund) await this.sendOne(refund, false);
  }

  private async sendOne(refund: PendingRefund, again: boolean): Promise<void> {
    if (!refund.chargeId) return this.offline.book(refund.id);
    if (!this.gateway.isSetUp) return;
    try {
      // An earlier attempt may have succeeded without a response, and Stripe's idempotency keys expire.
      const wasSent = again && (await this.wasMade(refund.chargeId, refund.id));
      if (!wasSent) await this.create(refund, refund.chargeId);
      await this.sync.syncCharge(refund.chargeId);
    } catch (error) {
      await this.handleFailure(refund, error);
    }
  }

  private async create(refund: PendingRefund, charge: string): Promise<void> {
    const suffix = refund.attempt > 0 ? `/${refund.attempt}` : '';
    await this.gateway.client.refunds.create(
      {
        charge,
        amount: Number(refund.amountMinor),
        reason: reasonOf(refund.reason),
        metadata: { refund_id: refund.id, gift_id: refund.giftId },
      },
      { idempotencyKey: `refund/${refund.id}${suffix}` },
    );
  }

  private async wasMade(charge: string, id: string): Promise<boolean> {
    for await (const refund of this.gateway.client.refunds.list({ charge, limit: 100 })) {
      if (refund.metadata?.['refund_id'] === id) return true;
    }
    return false;
  }

  private async handleFailure(refund: PendingRefund, error: unknown): Promise<void> {
    const fault = faultOf(error);
    this.logger.warn({ refund: refund.id, fault }, 'a refund could not be sent to Stripe');
    const requested = { id: refund.id, status: 'requested' } as const;
    if (fault === 'fault') {
      const { attempt } = refund;
      await this.db.manager.update(Refund, { ...requested, attempt }, { attempt: attempt + 1 });
    }
    if (fault === 'refused') {
      const unsent = { ...requested, stripeRefundId: IsNull() };
      await this.db.manager.update(Refund, unsent, { status: 'failed', failureReason: codeOf(error) });
    }
  }
}

function reasonOf(reason: string): Stripe.RefundCreateParams.Reason {
  if (reason === 'duplicate') return 'duplicate';
  return reason === 'fraud' ? 'fraudulent' : 'requested_by_customer';
}

function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : 'refused-by-stripe';
}
