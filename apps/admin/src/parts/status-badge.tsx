import { useWords } from '../words/words';
import classes from './status-badge.module.css';

type Tone = 'good' | 'calm' | 'warn' | 'bad';

const tones: Record<string, Tone> = {
  PUBLISHED: 'good',
  CONFIRMED: 'good',
  SENT: 'good',
  OFFERED: 'warn',
  WAITLISTED: 'warn',
  DUE: 'warn',
  SENDING: 'warn',
  FAILED: 'bad',
  BOUNCED: 'bad',
};

type Kinds = ReturnType<typeof useWords>['words']['enums'];

/** A state in words, with a dot whose colour only repeats them. */
export function StatusBadge<Kind extends 'eventStatus' | 'signupStatus' | 'mailStatus'>({
  kind,
  status,
}: {
  kind: Kind;
  status: keyof Kinds[Kind] & string;
}) {
  const { words } = useWords();
  const names: Record<string, string> = words.enums[kind];
  return (
    <span className={classes.badge} data-tone={tones[status] ?? 'calm'}>
      {names[status] ?? status}
    </span>
  );
}
