import { intlTag } from '@upstander/web-kit';
import type { ReactNode } from 'react';
import { useWords } from '../../words/words';
import classes from './figures.module.css';

export interface Figure {
  key: string;
  label: string;
  /** Numbers are shown in the format of the locale. */
  value: ReactNode;
  hint?: ReactNode;
  tone?: 'good' | 'warn' | 'bad';
}

export function Figures({ figures }: { figures: readonly Figure[] }) {
  const { locale } = useWords();
  const numberFormat = new Intl.NumberFormat(intlTag(locale));
  return (
    <dl className={classes.figures}>
      {figures.map(({ key, label, value, hint, tone }) => (
        <div key={key} className={classes.figure}>
          <dt className={classes.label}>{label}</dt>
          <dd className={classes.value} data-tone={tone}>
            {typeof value === 'number' ? numberFormat.format(value) : value}
            {hint && <span className={classes.hint}>{hint}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
