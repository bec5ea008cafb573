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
  const { t, locale } = useWords('fundraisers', 'money');
  const { show } = t.fundraisers;
  const entries: TimelineEntry[] = changes.map(({ at, from, to, note, actorName }, index) => ({
    key: `${at}${to}${index}`,
    title: from === null ? show.made : show.steps[to],
    when: `${formatDateTime(locale, at)}, ${t.money.by({ name: actorName ?? show.byLink })}`,
    text: note === '' ? undefined : note,
    tone: tones[to] ?? 'calm',
  }));
  if (!changes.some(({ from }) => from === null)) {
    entries.push({ key: 'made', title: show.made, when: formatDateTime(locale, createdAt) });
  }
  return (
    <Section title={show.history}>
      <Timeline label={show.historyList} entries={entries} />
    </Section>
  );
}
