import { Paper, Progress, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { CheckIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import classes from './home.module.css';
import type { ChapterTasks } from './queries';

const steps = [
  { name: 'hasSecondStep', to: '/account' },
  { name: 'hasChapter', to: '/chapters' },
  { name: 'hasOrganizer', to: '/people' },
  { name: 'hasEvent', to: '/events/new' },
  { name: 'hasPublished', to: '/events' },
] as const;

/** Disappears once all steps are done. */
export function FirstRun({ done }: { done: ChapterTasks['firstRun'] }) {
  const { t } = useWords('home');
  const finishedCount = steps.filter(({ name }) => done[name]).length;
  if (finishedCount === steps.length) return null;
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="first-run">
      <div className={classes.firstRunTop}>
        <div>
          <Title order={2} id="first-run">
            {t.home.firstRun}
          </Title>
          <Text c="dimmed" size="sm">
            {t.home.firstRunText}
          </Text>
        </div>
        <Text size="sm" c="dimmed">
          {t.home.firstRunDone({ done: finishedCount, all: steps.length })}
        </Text>
      </div>
      <Progress value={(finishedCount / steps.length) * 100} size="sm" my="sm" aria-hidden="true" />
      <ol className={classes.steps}>
        {steps.map(({ name, to }) => (
          <li key={name} data-done={done[name] || undefined}>
            <span className={classes.tick}>{done[name] && <CheckIcon size={14} />}</span>
            {done[name] ? <span>{t.home.steps[name]}</span> : <Link to={to}>{t.home.steps[name]}</Link>}
            <span className={classes.hidden}>({done[name] ? t.home.stepDone : t.home.stepOpen})</span>
          </li>
        ))}
      </ol>
    </Paper>
  );
}
