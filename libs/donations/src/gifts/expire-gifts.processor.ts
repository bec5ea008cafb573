import { Gift } from '@upstander/accounting';
import { ChargeReader, enqueuePaymentJobs, faultOf, idOf, StripeGateway, errorCodesOf } from '@upstander/payments';
import { Clock, selectList, Database, JobHandler, JobQueue, Logger, type Job } from '@upstander/platform';
import { FailedGifts, failureOf } from './failed-gifts.js';

/** Stripe expires a payment page after 24 hours. Gifts older than this missed a webhook. */
const expireAfter = '25 hours';

const columns = ['id', 'status', 'checkoutSessionId'] as const;

type OldGift = Pick<Gift, (typeof columns)[number]>;

/** Expires unpaid gifts, after checking with Stripe that they were not paid. */
@JobHandler('expire-gifts')
export class ExpireGifts implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly gateway: StripeGateway,
    private readonly readings: ChargeReader,
    private readonly failed: FailedGifts,
    private readonly queue: JobQueue,
    private readonly logger: Logger,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    if (!this.gateway.isSetUp) return;
    const unpaidGifts = await this.db.query<OldGift>(
      `SELECT ${selectList(Gift, 'g', columns)} FROM fundraising.gift g
       WHERE status IN ('pending', 'processing') AND method = 'stripe' AND created_at < $1::timestamptz - $2::interval
       ORDER BY created_at LIMIT 200`,
      [this.clock.now(), expireAfter],
    );
    for (const gift of unpaidGifts) {
      if (signal.aborted) return;
      try {
        await this.expireGift(gift);
      } catch (error) {
        this.logger.warn(
          { gift: gift.id, fault: faultOf(error), why: errorCodesOf(error) },
          'could not check an old gift at Stripe',
        );
      }
    }
  }

  private async expireGift(gift: OldGift): Promise<void> {
    const { checkoutSessionId } = gift;
    const session = checkoutSessionId && (await this.gateway.client.checkout.sessions.retrieve(checkoutSessionId));
    if (session && session.status === 'open') return;
    const intent = session ? idOf(session.payment_intent) : null;
    if (session && session.status === 'complete' && intent) {
      const paymentIntent = await this.gateway.client.paymentIntents.retrieve(intent);
      const { latest_charge: charge } = paymentIntent;
      const id = idOf(charge);
      const found = id && (await this.readings.charge(id));
      if (found && found.paid) {
        await this.db.transaction((tx) => this.readings.giftOf(tx, found));
        enqueuePaymentJobs(this.queue);
        this.logger.warn({}, 'found a paid gift whose webhook was lost');
        return;
      }
      if (found && found.status === 'pending') return;
      const failure = failureOf(paymentIntent);
      if (failure) {
        await this.db.transaction((tx) => this.failed.markFailed(tx, gift.id, failure));
        return;
      }
    }
    // The first payment of a recurring gift is an invoice, which PaidInvoices reads.
    if (session && session.status === 'complete' && session.mode === 'subscription') return;
    await this.db.query(
      `UPDATE fundraising.gift SET status = CASE status WHEN 'processing' THEN 'failed' ELSE 'expired' END
       WHERE id = $1 AND status = $2 AND paid_at IS NULL`,
      [gift.id, gift.status],
    );
  }
}
