import { Section } from '../parts/section';
import { Timeline, type Moment } from '../parts/timeline';
import { fullMoment } from '../parts/when';
import { useWords } from '../words/words';
import type { Opportunity } from './queries';

const tones: Record<string, Moment['tone']> = {
  APPROVED: 'good',
  REFUSED: 'bad',
  TAKEN_DOWN: 'bad',
  CHANGES_REQUESTED: 'warn',
};

/** What happened to a listing and who did it, the latest first. */
export function OpportunityHistory({ opportunity }: { opportunity: Opportunity }) {
  const { t, locale } = useWords();
  const words = t.opportunities.history;
  const kinds: Record<string, string> = words.kinds;
  return (
    <Section title={words.title}>
      <Timeline
        label={words.list}
        moments={opportunity.history.map(({ at, kind, actorName, note }, index) => ({
          key: `${at}${index}`,
          title: Object.hasOwn(kinds, kind) ? kinds[kind] : kind,
          text: note === '' ? undefined : note,
          when: words.by(fullMoment(locale, at), actorName),
          tone: tones[kind] ?? 'calm',
        }))}
      />
    </Section>
  );
}
