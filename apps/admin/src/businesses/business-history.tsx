import { Section } from '../parts/ui/section';
import { Timeline, type TimelineEntry } from '../parts/ui/timeline';
import { formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import type { Business } from './queries';

type Event = Business['history'][number];

const tones: Record<string, TimelineEntry['tone']> = {
  approved: 'good',
  approval: 'good',
  domain_verified: 'good',
  refused: 'bad',
  suspended: 'bad',
  lapsed: 'bad',
  changes_requested: 'warn',
  approval_undone: 'warn',
  member_frozen: 'warn',
};

export function BusinessHistory({ business }: { business: Business }) {
  const { t, locale } = useWords('businesses');
  const historyLabels = t.businesses.history;
  const labels = useEventWords();
  if (business.history.length === 0) return null;
  return (
    <Section title={t.common.history}>
      <Timeline
        label={historyLabels.list}
        entries={business.history.map((event, index) => ({
          key: `${event.at}${index}`,
          ...labels(event),
          when: t.shared.whenAndName({ when: formatDateTime(locale, event.at), name: event.actorName }),
          tone: tones[event.kind] ?? 'calm',
        }))}
      />
    </Section>
  );
}

function useEventWords(): (event: Event) => Pick<TimelineEntry, 'title' | 'text'> {
  const { t, words: catalog } = useWords('businesses');
  const { kinds, look } = t.businesses.history;
  const names: Record<string, string> = kinds;
  const evidenceNames: Record<string, string> = catalog.enums.evidenceKind;
  return ({ kind, note }) => {
    const title = Object.hasOwn(names, kind) ? names[kind] : kind;
    if (kind !== 'evidence') return { title, text: note === '' ? undefined : note };
    // Format of notes in the API: "registry: passed".
    const [subject = '', detail = ''] = note.split(': ');
    const name = evidenceNames[subject.toUpperCase()];
    return { title, text: name ? look({ name, passed: detail === 'passed' }) : note };
  };
}
