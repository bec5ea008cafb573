import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { CoverLink } from '../parts/ui/cover-link';
import { Failure } from '../parts/ui/failure';
import { CheckIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { useWords } from '../words/words';
import classes from './home.module.css';
import type { Tasks } from './task';

const initialCount = 8;

/** Most serious first. */
export function TaskList({ lists }: { lists: readonly Tasks[] }) {
  const { t } = useWords('home');
  const [isExpanded, setIsExpanded] = useState(false);
  const isLoading = lists.some((list) => list.isLoading);
  const failed = lists.find(({ error }) => error);
  const tasks = lists.flatMap((list) => list.tasks).sort((one, other) => one.weight - other.weight);
  const shown = isExpanded ? tasks : tasks.slice(0, initialCount);
  return (
    <section aria-labelledby="tasks">
      <Title order={2} id="tasks" mb="sm">
        {t.home.needsYou}
      </Title>
      {isLoading && <Loading noun={t.home.what} lines={2} />}
      {failed?.error && <Failure error={failed.error} retry={failed.retry} />}
      {!isLoading && !failed && tasks.length === 0 && (
        <div className={classes.calm}>
          <span className={classes.calmIcon}>
            <CheckIcon size={20} />
          </span>
          <Text fw={600}>{t.home.allWell}</Text>
        </div>
      )}
      {tasks.length > 0 && (
        <ul className={classes.tasks}>
          {shown.map(({ key, to, title, hint, isUrgent }) => (
            <li key={key} className={classes.task} data-urgent={isUrgent || undefined}>
              <CoverLink to={to}>{title}</CoverLink>
              {hint && <span className={classes.taskHint}>{hint}</span>}
            </li>
          ))}
          {shown.length < tasks.length && (
            <li className={classes.more}>
              <Button variant="subtle" onClick={() => setIsExpanded(true)}>
                {t.home.showAll({ count: tasks.length })}
              </Button>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
