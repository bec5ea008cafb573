import { money, type Money } from '@upstander/ledger';
import type { Dispute } from '../disputes/dispute.js';
import type { Refund } from '../refunds/refund.js';
import type { GiftMoment, GiftReceipt } from './managed-gift.js';

/** What a timeline is put together from. */
export interface GiftStory {
  createdAt: Date;
  paidAt: Date | null;
  intended: Money;
  charged: Money;
  chargeId: string | null;
  sessionId: string | null;
  failureCode: string | null;
  status: string;
  recordedBy: string | null;
  lines: Array<{ id: string; type: string; fee: string; currency: string; createdAt: string }>;
  refunds: Refund[];
  disputes: Dispute[];
  receipts: GiftReceipt[];
  warnings: Array<{
    id: string;
    fraudType: string;
    warnedAt: string;
    handledAt: string | null;
    handledBy: string | null;
    note: string | null;
  }>;
  payout: { stripePayoutId: string; createdAt: string; seenOn: string | null; confirmedBy: string | null } | null;
}

type Moment = Partial<GiftMoment> & Pick<GiftMoment, 'at' | 'kind'>;

/** Everything that happened to a gift, in order: from the intent to the ledger to the bank. */
export function timelineOf(story: GiftStory): GiftMoment[] {
  const moments: Moment[] = [
    {
      at: story.createdAt,
      kind: story.recordedBy ? 'recorded' : 'started',
      amount: story.intended,
      reference: story.sessionId,
      actorName: story.recordedBy,
    },
    ...(story.paidAt ? [{ at: story.paidAt, kind: 'paid', amount: story.charged, reference: story.chargeId }] : []),
    ...(!story.paidAt && story.status !== 'pending'
      ? [{ at: story.createdAt, kind: story.status, note: story.failureCode }]
      : []),
    ...story.lines
      .filter(({ type, fee }) => (type === 'charge' || type === 'payment') && fee !== '0')
      .map((line) => ({
        at: new Date(line.createdAt),
        kind: 'fee',
        amount: money(-BigInt(line.fee), line.currency),
        reference: line.id,
      })),
    ...story.refunds.flatMap(refundMoments),
    ...story.disputes.flatMap(disputeMoments),
    ...story.receipts.map((receipt) => ({
      at: receipt.issuedAt,
      kind: 'receipt',
      amount: receipt.amount,
      reference: receipt.number,
    })),
    ...story.warnings.flatMap((warning) => [
      { at: new Date(warning.warnedAt), kind: 'fraud-warning', reference: warning.id, note: warning.fraudType },
      ...(warning.handledAt
        ? [
            {
              at: new Date(warning.handledAt),
              kind: 'fraud-warning-handled',
              note: warning.note,
              actorName: warning.handledBy,
            },
          ]
        : []),
    ]),
    ...payoutMoments(story.payout),
  ];
  return moments
    .map((moment) => ({ amount: null, reference: null, note: null, actorName: null, ...moment }))
    .sort((one, other) => one.at.valueOf() - other.at.valueOf());
}

function refundMoments(refund: Refund): Moment[] {
  const amount = money(-refund.amount.amountMinor, refund.amount.currency);
  const { stripeRefundId: reference, failureReason: note } = refund;
  return [
    {
      at: refund.requestedAt,
      kind: refund.requestedBy === null ? 'refund-at-stripe' : 'refund-requested',
      amount,
      reference,
      note: refund.reason,
      actorName: refund.requestedBy,
    },
    ...(refund.decidedAt
      ? [
          {
            at: refund.decidedAt,
            kind: refund.status === 'declined' ? 'refund-declined' : 'refund-approved',
            note: refund.status === 'declined' ? note : null,
            actorName: refund.decidedBy,
          },
        ]
      : []),
    ...(refund.finishedAt ? [{ at: refund.finishedAt, kind: `refund-${refund.status}`, amount, reference, note }] : []),
  ];
}

function disputeMoments(dispute: Dispute): Moment[] {
  const { stripeDisputeId: reference } = dispute;
  const { amountMinor, currency } = dispute.amount;
  return [
    {
      at: dispute.openedAt,
      kind: 'dispute-opened',
      amount: money(-amountMinor, currency),
      reference,
      note: dispute.reason,
    },
    ...(dispute.closedAt
      ? [
          {
            at: dispute.closedAt,
            kind: `dispute-${dispute.status}`,
            amount: dispute.status === 'won' ? dispute.amount : null,
            reference,
          },
        ]
      : []),
  ];
}

function payoutMoments(payout: GiftStory['payout']): Moment[] {
  if (!payout) return [];
  const { stripePayoutId: reference, seenOn, confirmedBy: actorName } = payout;
  return [
    { at: new Date(payout.createdAt), kind: 'payout', reference },
    ...(seenOn ? [{ at: new Date(`${seenOn}T12:00:00Z`), kind: 'seen-at-bank', reference, actorName }] : []),
  ];
}
