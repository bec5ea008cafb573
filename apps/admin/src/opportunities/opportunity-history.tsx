import { Section } from '../parts/ui/section';
import { Timeline, type TimelineEntry } from '../parts/ui/timeline';
import { formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import type { Opportunity } from './queries';

const tones: Record<string, TimelineEntry['tone']> = {
  APPROVED: 'good',
  REFUSED: 'bad',
  TAKEN_DOWN: 'bad',
  CHANGES_REQUESTED: 'warn',
};

export function OpportunityHistory({ opportunity }: { opportunity: Opportunity }) {
  const { t, words: catalog, locale } = useWords('opportunities');
  const labels = t.opportunities.history;
  const kinds: Record<string, string> = labels.kinds;
  const tags: Record<string, string> = { ...catalog.enums.harmTag, PUBLIC: labels.public };
  // Format of tag notes in the API: "isolated_site, public".
  const noteText = (kind: string, note: string) =>
    kind === 'TAGGED'
      ? note
          .split(', ')
          .map((tag) => tags[tag.toUpperCase()] ?? tag)
          .join(', ')
      : note;
  if (opportunity.history.length === 0) return null;
  return (
    <Section title={t.common.history}>
      <Timeline
        label={labels.list}
        entries={opportunity.history.map(({ at, kind, actorName, note }, index) => ({
          key: `${at}${index}`,
          title: Object.hasOwn(kinds, kind) ? kinds[kind] : kind,
          text: note === '' ? undefined : noteText(kind, note),
          when: t.shared.whenAndName({ when: formatDateTime(locale, at), name: actorName }),
          tone: tones[kind] ?? 'calm',
        }))}
      />
    </Section>
  );
}
