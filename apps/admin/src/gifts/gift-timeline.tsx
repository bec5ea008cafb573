import type { AdminCatalog } from '@upstander/web-kit';
import { Money } from '../parts/money/money';
import { Timeline, type TimelineEntry } from '../parts/ui/timeline';
import { formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { failureText, refundFailureText } from '../parts/ui/failure-text';
import { keyOf } from './code-key';
import type { GiftDetails } from './gift-query';
import { refundReason } from './refund-reason';

type GiftTimelineEntry = GiftDetails['timeline'][number];

const tones: Partial<Record<GiftTimelineEntry['kind'], TimelineEntry['tone']>> = {
  PAID: 'good',
  DISPUTE_WON: 'good',
  SEEN_AT_BANK: 'good',
  FAILED: 'bad',
  REFUND_FAILED: 'bad',
  DISPUTE_OPENED: 'bad',
  DISPUTE_LOST: 'bad',
  FRAUD_WARNING: 'bad',
  RECEIPT_VOIDED: 'warn',
  REFUND_PROPOSED: 'warn',
  REFUND_REQUESTED: 'warn',
  REFUND_AT_STRIPE: 'warn',
  REFUND_SUCCEEDED: 'warn',
};

export function GiftTimeline({ gift }: { gift: GiftDetails }) {
  const { t, words, locale } = useWords('disputes', 'gifts', 'money');
  return (
    <Timeline
      label={t.gifts.timeline}
      entries={gift.timeline.map(({ at, kind, amount, actorName, note, remark, reference }, n) => ({
        key: `${n}`,
        title: words.enums.giftTimelineEntryKind[kind],
        when: [formatDateTime(locale, at), actorName && t.shared.byName({ name: actorName })]
          .filter(Boolean)
          .join(' · '),
        side: amount && <Money value={amount} />,
        text:
          [note && noteOf(words, kind, note), remark && (locale === 'es' ? `«${remark}»` : `“${remark}”`), reference]
            .filter(Boolean)
            .join(' · ') || undefined,
        tone: tones[kind] ?? 'calm',
      }))}
    />
  );
}

/** Notes written by people stay unchanged. */
function noteOf(
  words: AdminCatalog<'disputes' | 'gifts' | 'money'>,
  kind: GiftTimelineEntry['kind'],
  note: string,
): string {
  const { reasons, fraudTypes }: { reasons: Record<string, string>; fraudTypes: Record<string, string> } =
    words.admin.disputes;
  const voidReasons: Record<string, string> = words.enums.voidReason;
  switch (kind) {
    case 'REFUND_PROPOSED':
    case 'REFUND_REQUESTED':
      return refundReason(words, note);
    case 'REFUND_AT_STRIPE':
      return '';
    case 'DISPUTE_OPENED':
      return reasons[note] ?? words.admin.disputes.otherReason;
    case 'FRAUD_WARNING':
      return fraudTypes[note] ?? words.admin.disputes.otherWarning;
    case 'RECEIPT_VOIDED':
      return voidReasons[keyOf(note)] ?? '';
    case 'FAILED':
      return failureText(words, note);
    case 'REFUND_FAILED':
      return refundFailureText(words, note);
    default:
      return note;
  }
}
