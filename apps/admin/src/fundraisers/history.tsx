import { Section } from '../parts/ui/section';
import { Timeline, type Moment } from '../parts/ui/timeline';
import { fullMoment } from '../parts/ui/when';
import { useWords } from '../words/words';
import type { Fundraiser } from './queries';

const tones: Partial<Record<Fundraiser['status'], Moment['tone']>> = {
  LIVE: 'good',
  REFUSED: 'bad',
  CHANGES_REQUESTED: 'warn',
  PAUSED: 'warn',
};

/** The steps a fundraiser took and who took them, the latest first. */
export function History({ moments, createdAt }: { moments: Fundraiser['history']; createdAt: string }) {
  const { t, locale } = useWords('fundraisers', 'money');
  const { show } = t.fundraisers;
  const steps: Moment[] = moments.map(({ at, from, to, note, actorName }, index) => ({
    key: `${at}${to}${index}`,
    title: from === null ? show.made : show.steps[to],
    when: `${fullMoment(locale, at)}, ${t.money.by({ name: actorName ?? show.byLink })}`,
    text: note === '' ? undefined : note,
    tone: tones[to] ?? 'calm',
  }));
  if (!moments.some(({ from }) => from === null)) {
    steps.push({ key: 'made', title: show.made, when: fullMoment(locale, createdAt) });
  }
  return (
    <Section title={show.history}>
      <Timeline label={show.historyList} moments={steps} />
    </Section>
  );
}
