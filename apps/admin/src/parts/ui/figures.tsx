import type { ReactNode } from 'react';
import classes from './figures.module.css';

export interface Figure {
  key: string;
  label: string;
  value: ReactNode;
  /** Small text below the value. */
  hint?: ReactNode;
  tone?: 'good' | 'warn' | 'bad';
}

export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className={classes.figures}>
      {figures.map(({ key, label, value, hint, tone }) => (
        <div key={key} className={classes.figure}>
          <dt className={classes.label}>{label}</dt>
          <dd className={classes.value} data-tone={tone}>
            {value}
            {hint && <span className={classes.hint}>{hint}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
