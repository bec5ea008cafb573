import { Section } from '../parts/ui/section';
import { Timeline, type TimelineEntry } from '../parts/ui/timeline';
import { formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import type { Fundraiser } from './queries';

const tones: Partial<Record<Fundraiser['status'], TimelineEntry['tone']>> = {
  LIVE: 'good',
  REFUSED: 'bad',
  CHANGES_REQUESTED: 'warn',
  PAUSED: 'warn',
};

export function History({ changes, createdAt }: { changes: Fundraiser['history']; createdAt: string }) {
  const { t, locale } = useWords('fundraisers');
  const { show } = t.fundraisers;
  const entries: TimelineEntry[] = changes.map(({ at, from, to, note, actorName }, index) => ({
    key: `${at}${to}${index}`,
    title: from === null ? t.fundraisers.created : show.steps[to],
    when: `${formatDateTime(locale, at)}, ${t.shared.byName({ name: actorName ?? show.byLink })}`,
    text: note === '' ? undefined : note,
    tone: tones[to] ?? 'calm',
  }));
  if (!changes.some(({ from }) => from === null)) {
    entries.push({ key: 'made', title: t.fundraisers.created, when: formatDateTime(locale, createdAt) });
  }
  return (
    <Section title={t.common.history}>
      <Timeline label={show.historyList} entries={entries} />
    </Section>
  );
}
