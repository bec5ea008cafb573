import { Alert, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { InfoIcon } from '../parts/ui/icons';
import { clock } from '../parts/ui/when';
import { useWords } from '../words/words';
import classes from './check-in.module.css';
import type { Problem } from './door';

interface ProblemsProps {
  problems: readonly Problem[];
  timeZone: string;
  onDismiss: (id: string) => void;
}

/** Check-ins that the server refused, or that another device had made already. Each is shown until it is dismissed. */
export function Problems({ problems, timeZone, onDismiss }: ProblemsProps) {
  const { t, locale } = useWords('checkIn');
  const say = t.checkIn;
  const row = (problem: Problem, text: ReactNode) => (
    <li key={problem.id}>
      {text}
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={say.dismissName({ name: problem.name })}
        onClick={() => onDismiss(problem.id)}
      >
        {say.dismiss}
      </Button>
    </li>
  );
  const refused = problems.filter(({ code }) => code !== 'ALREADY');
  const already = problems.filter(({ code }) => code === 'ALREADY');
  return (
    <>
      {refused.length > 0 && (
        <Alert color="clay" icon={<InfoIcon />} title={say.problemsTitle} role="alert">
          <ul className={classes.problems}>
            {refused.map((problem) =>
              row(problem, say.problem[problem.code as keyof typeof say.problem]({ name: problem.name })),
            )}
          </ul>
        </Alert>
      )}
      {already.length > 0 && (
        <Alert color="amber" icon={<InfoIcon />} role="status">
          <ul className={classes.problems}>
            {already.map((problem) => {
              const time = problem.at ? clock(locale, new Date(problem.at), timeZone) : '';
              return row(problem, say.alreadyAt({ name: problem.name, time }));
            })}
          </ul>
        </Alert>
      )}
    </>
  );
}
