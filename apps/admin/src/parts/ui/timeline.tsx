import type { ReactNode } from 'react';
import classes from './timeline.module.css';

export interface TimelineEntry {
  key: string;
  title: ReactNode;
  /** For example "Nov 24, 3:42 PM". */
  when: string;
  side?: ReactNode;
  text?: ReactNode;
  tone?: 'good' | 'calm' | 'warn' | 'bad';
}

export function Timeline({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) {
  return (
    <ol className={classes.timeline} aria-label={label}>
      {entries.map(({ key, title, when, side, text, tone = 'calm' }) => (
        <li key={key} className={classes.entry} data-tone={tone}>
          <div className={classes.top}>
            <span className={classes.title}>{title}</span>
            {side && <span className={classes.side}>{side}</span>}
          </div>
          {text && <div className={classes.text}>{text}</div>}
          <div className={classes.when}>{when}</div>
        </li>
      ))}
    </ol>
  );
}
