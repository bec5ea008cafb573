import { Alert, Button } from '@mantine/core';
import { InfoIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import classes from './check-in.module.css';
import type { Problem } from './door';

/** What the server did not take: it stays until somebody has seen it. */
export function Problems({ problems, onDismiss }: { problems: readonly Problem[]; onDismiss: (id: string) => void }) {
  const { t } = useWords('checkIn');
  const say = t.checkIn;
  if (problems.length === 0) return null;
  return (
    <Alert color="clay" icon={<InfoIcon />} title={say.problemsTitle} role="alert">
      <ul className={classes.problems}>
        {problems.map(({ id, name, code }) => (
          <li key={id}>
            {say.problem[code as keyof typeof say.problem]({ name })}
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={say.dismissName({ name })}
              onClick={() => onDismiss(id)}
            >
              {say.dismiss}
            </Button>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
