import { Alert, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { InfoIcon } from '../parts/ui/icons';
import { clock } from '../parts/ui/dates';
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
  const { t, locale } = useWords('checkIn');
  const labels = t.checkIn;
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
  const refused = problems.filter(({ code }) => code !== 'ALREADY');
  const already = problems.filter(({ code }) => code === 'ALREADY');
  return (
    <>
      {refused.length > 0 && (
        <Alert color="clay" icon={<InfoIcon />} title={labels.problemsTitle} role="alert">
          <ul className={classes.problems}>
            {refused.map((problem) =>
              row(problem, labels.problem[problem.code as keyof typeof labels.problem]({ name: problem.name })),
            )}
          </ul>
        </Alert>
      )}
      {already.length > 0 && (
        <Alert color="amber" icon={<InfoIcon />} role="status">
          <ul className={classes.problems}>
            {already.map((problem) => {
              const time = problem.at ? clock(locale, new Date(problem.at), timeZone) : '';
              return row(problem, labels.alreadyAt({ name: problem.name, time }));
            })}
          </ul>
        </Alert>
      )}
    </>
  );
}
