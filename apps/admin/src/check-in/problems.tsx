import { Alert, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { InfoIcon } from '../parts/ui/icons';
import { clockTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import classes from './check-in.module.css';
import type { Problem } from './check-in-list';

interface ProblemsProps {
  problems: readonly Problem[];
  timeZone: string;
  onDismiss: (id: string) => void;
}

/** Check-ins that the server refused or another device made first. Each is shown until dismissed. */
export function Problems({ problems, timeZone, onDismiss }: ProblemsProps) {
  const { labels, locale } = useWords('checkIn');
  const row = (problem: Problem, text: ReactNode) => (
    <li key={problem.id}>
      {text}
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={labels.dismissName({ name: problem.name })}
        onClick={() => onDismiss(problem.id)}
      >
        {labels.dismiss}
      </Button>
    </li>
  );
  const refusedProblems = problems.filter(({ code }) => code !== 'ALREADY');
  const alreadyChecked = problems.filter(({ code }) => code === 'ALREADY');
  return (
    <>
      {refusedProblems.length > 0 && (
        <Alert color="clay" icon={<InfoIcon />} title={labels.problemsTitle} role="alert">
          <ul className={classes.problems}>
            {refusedProblems.map((problem) =>
              row(problem, labels.problem[problem.code as keyof typeof labels.problem]({ name: problem.name })),
            )}
          </ul>
        </Alert>
      )}
      {alreadyChecked.length > 0 && (
        <Alert color="amber" icon={<InfoIcon />} role="status">
          <ul className={classes.problems}>
            {alreadyChecked.map((problem) => {
              const time = problem.at ? clockTime(locale, new Date(problem.at), timeZone) : '';
              return row(problem, labels.alreadyAt({ name: problem.name, time }));
            })}
          </ul>
        </Alert>
      )}
    </>
  );
}
