import type { GiftStatus } from '@upstander/accounting';
import { money, type Money } from '@upstander/ledger';
import type { ManagedDispute, ManagedRefund } from '@upstander/payments';
import type { GiftTimelineEntryKind } from './gift-timeline-entry-kind.js';
import type { GiftTimelineEntry, GiftReceipt } from './managed-gift.js';

export interface GiftTimelineSource {
  createdAt: Date;
  paidAt: Date | null;
  intended: Money;
  charged: Money;
  chargeId: string | null;
  checkoutSessionId: string | null;
  failureCode: string | null;
  status: GiftStatus;
  recordedBy: string | null;
  lines: Array<{ id: string; type: string; fee: string; currency: string; createdAt: string }>;
  refunds: ManagedRefund[];
  disputes: ManagedDispute[];
  receipts: GiftReceipt[];
  /** Changes of a match, from the ledger; negative if the match was reduced. */
  matchChanges: Array<{ at: Date; amount: Money; sponsorName: string | null }>;
  warnings: Array<{
    id: string;
    fraudType: string;
    warnedAt: string;
    handledAt: string | null;
    handledBy: string | null;
    note: string | null;
  }>;
  payout: {
    stripePayoutId: string;
    createdAt: string;
    statementDate: string | null;
    confirmedBy: string | null;
  } | null;
}

type Entry = Partial<GiftTimelineEntry> & Pick<GiftTimelineEntry, 'at' | 'kind'>;

export function timelineOf(story: GiftTimelineSource): GiftTimelineEntry[] {
  const entries: Entry[] = [
    ...giftEntries(story),
    ...story.lines.flatMap(feeEntries),
    ...story.refunds.flatMap(refundEntries),
    ...story.disputes.flatMap(disputeEntries),
    ...story.matchChanges.map(matchEntry),
    ...story.receipts.flatMap(receiptEntries),
    ...story.warnings.flatMap(warningEntries),
    ...payoutEntries(story.payout),
  ];
  return (
    entries
      .map((entry) => ({ amount: null, reference: null, note: null, remark: null, actorName: null, ...entry }))
      // Gifts in kind have no amount, so it is omitted rather than shown as zero.
      .map((entry) => (entry.amount?.amountMinor === 0n ? { ...entry, amount: null } : entry))
      .sort((one, other) => one.at.valueOf() - other.at.valueOf())
  );
}

function giftEntries({ createdAt, paidAt, recordedBy, status, ...story }: GiftTimelineSource): Entry[] {
  const startEntry: Entry = {
    at: createdAt,
    kind: recordedBy ? 'recorded' : 'started',
    amount: story.intended,
    reference: story.checkoutSessionId,
    actorName: recordedBy,
  };
  if (paidAt) return [startEntry, { at: paidAt, kind: 'paid', amount: story.charged, reference: story.chargeId }];
  const hasEnded = status === 'failed' || status === 'expired' || status === 'cancelled' || status === 'processing';
  return hasEnded ? [startEntry, { at: createdAt, kind: status, note: story.failureCode }] : [startEntry];
}

function feeEntries({ id: reference, type, fee, currency, createdAt }: GiftTimelineSource['lines'][number]): Entry[] {
  if ((type !== 'charge' && type !== 'payment') || fee === '0') return [];
  return [{ at: new Date(createdAt), kind: 'fee', amount: money(-BigInt(fee), currency), reference }];
}

function matchEntry({ at, amount, sponsorName: note }: GiftTimelineSource['matchChanges'][number]): Entry {
  return { at, kind: amount.amountMinor < 0n ? 'match-reduced' : 'matched', amount, note };
}

function receiptEntries({ issuedAt, amount, number: reference, voidedAt, voidReason }: GiftReceipt): Entry[] {
  return [
    { at: issuedAt, kind: 'receipt-issued', amount, reference },
    ...(voidedAt ? [{ at: voidedAt, kind: 'receipt-voided' as const, reference, note: voidReason }] : []),
  ];
}

function warningEntries({
  id,
  fraudType,
  warnedAt,
  handledAt,
  handledBy,
  note,
}: GiftTimelineSource['warnings'][number]) {
  const entries: Entry[] = [{ at: new Date(warnedAt), kind: 'fraud-warning', reference: id, note: fraudType }];
  if (handledAt) entries.push({ at: new Date(handledAt), kind: 'fraud-warning-handled', note, actorName: handledBy });
  return entries;
}

function refundEntries(refund: ManagedRefund): Entry[] {
  const { stripeRefundId: reference, failureReason: note, status, decidedAt, finishedAt } = refund;
  const amount = money(-refund.amount.amountMinor, refund.amount.currency);
  const entries: Entry[] = [
    {
      at: refund.requestedAt,
      kind: refundKindOf(refund),
      amount,
      reference,
      note: refund.reason,
      remark: refund.note || null,
      actorName: refund.requestedBy,
    },
  ];
  const by = { at: decidedAt ?? refund.requestedAt, actorName: refund.decidedBy };
  if (decidedAt)
    entries.push(status === 'declined' ? { ...by, kind: 'refund-declined', note } : { ...by, kind: 'refund-approved' });
  if (finishedAt && (status === 'succeeded' || status === 'failed')) {
    entries.push({ at: finishedAt, kind: `refund-${status}`, amount, reference, note });
  }
  return entries;
}

/** Returns how a refund began. One that needs a second person's approval starts as a proposal. */
function refundKindOf({ requestedBy, decidedAt, status }: ManagedRefund): GiftTimelineEntryKind {
  if (requestedBy === null) return 'refund-at-stripe';
  return decidedAt || status === 'proposed' ? 'refund-proposed' : 'refund-requested';
}

function disputeEntries(dispute: ManagedDispute): Entry[] {
  const { stripeDisputeId: reference, openedAt, closedAt, status } = dispute;
  const disputedAmount = money(-dispute.amount.amountMinor, dispute.amount.currency);
  const openEntry: Entry = {
    at: openedAt,
    kind: 'dispute-opened',
    amount: disputedAmount,
    reference,
    note: dispute.reason,
  };
  if (!closedAt) return [openEntry];
  if (status === 'won') return [openEntry, { at: closedAt, kind: 'dispute-won', amount: dispute.amount, reference }];
  return [openEntry, { at: closedAt, kind: status === 'lost' ? 'dispute-lost' : 'dispute-closed', reference }];
}

function payoutEntries(payout: GiftTimelineSource['payout']): Entry[] {
  if (!payout) return [];
  const { stripePayoutId: reference, statementDate, confirmedBy: actorName } = payout;
  return [
    { at: new Date(payout.createdAt), kind: 'paid-out', reference },
    ...(statementDate
      ? [{ at: new Date(`${statementDate}T12:00:00Z`), kind: 'seen-at-bank' as const, reference, actorName }]
      : []),
  ];
}
