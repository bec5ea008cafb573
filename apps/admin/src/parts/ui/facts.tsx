import type { ReactNode } from 'react';
import { withLineBreaks } from './breakable';
import classes from './facts.module.css';

export interface Fact {
  label: string;
  /** The fact is omitted if empty. */
  value: ReactNode;
}

export function Facts({ facts }: { facts: readonly Fact[] }) {
  const visibleFacts = facts.filter(
    ({ value }) => value !== null && value !== undefined && value !== '' && value !== false,
  );
  return (
    <dl className={classes.facts}>
      {visibleFacts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{typeof value === 'string' ? withLineBreaks(value) : value}</dd>
        </div>
      ))}
    </dl>
  );
}
