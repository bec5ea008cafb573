import type { ReactNode } from 'react';
import { breakable } from './breakable';
import classes from './facts.module.css';

export interface Fact {
  label: string;
  /** The fact is omitted if empty. */
  value: ReactNode;
}

export function Facts({ facts }: { facts: readonly Fact[] }) {
  const said = facts.filter(({ value }) => value !== null && value !== undefined && value !== '' && value !== false);
  return (
    <dl className={classes.facts}>
      {said.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{typeof value === 'string' ? breakable(value) : value}</dd>
        </div>
      ))}
    </dl>
  );
}
