import { Money } from '../parts/money';
import { Timeline, type Moment } from '../parts/timeline';
import { fullMoment } from '../parts/when';
import { useWords } from '../words/words';
import type { GiftDetails } from './gift-query';

const tones: Record<string, Moment['tone']> = {
  paid: 'good',
  'dispute-won': 'good',
  'paid-out': 'good',
  failed: 'bad',
  'refund-failed': 'bad',
  'dispute-opened': 'bad',
  'dispute-lost': 'bad',
  'fraud-warning': 'bad',
  'refund-proposed': 'warn',
  'refund-pending': 'warn',
  'refund-requested': 'warn',
  'refund-succeeded': 'warn',
};

/** What happened to a gift, in order. */
export function GiftTimeline({ gift }: { gift: GiftDetails }) {
  const { t, locale } = useWords();
  const names: Record<string, string> = t.donations.moments;
  const reasons: Record<string, string> = t.donations.refundReasons;
  return (
    <Timeline
      label={t.donations.timeline}
      moments={gift.timeline.map(({ at, kind, amount, actorName, note, reference }, n) => ({
        key: `${n}`,
        title: names[kind] ?? kind,
        when: [fullMoment(locale, at), actorName && t.money.by(actorName)].filter(Boolean).join(' · '),
        side: amount && <Money value={amount} />,
        text: [note && (reasons[note.toUpperCase()] ?? note), reference].filter(Boolean).join(' · ') || undefined,
        tone: tones[kind] ?? 'calm',
      }))}
    />
  );
}
