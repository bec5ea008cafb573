import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useShortcuts } from '../parts/ui/use-shortcuts';
import { useWords } from '../words/words';
import classes from './approvals.module.css';
import type { Approval } from './queries';
import { QueueRow } from './queue-row';
import { step } from './step';

interface QueueProps {
  rows: readonly Approval[];
  isStale: boolean;
}

/** Index of the row opened last. On return, the focus moves to the row that took its place. */
let lastOpened: number | null = null;

/** Shortcut keys move the real focus, so that screen readers announce each row and Enter opens it. */
export function Queue({ rows, isStale }: QueueProps) {
  const { t } = useWords('approvals');
  const links = useRef<Array<HTMLAnchorElement | null>>([]);
  const focusedIndex = () => links.current.findIndex((link) => link !== null && link === document.activeElement);
  const move = (offset: 1 | -1) => links.current[step(focusedIndex(), offset, rows.length)]?.focus();

  useShortcuts({ j: () => move(1), k: () => move(-1) });
  useEffect(() => {
    if (lastOpened === null) return;
    links.current[Math.min(lastOpened, rows.length - 1)]?.focus();
    // Only on first render: later changes must not steal the focus.
    lastOpened = null;
  }, [rows.length]);

  const arrows = (event: KeyboardEvent) => {
    const to = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Home: () => at(0), End: () => at(rows.length - 1) };
    const run = Object.hasOwn(to, event.key) ? to[event.key as keyof typeof to] : undefined;
    if (!run || focusedIndex() < 0) return;
    event.preventDefault();
    run();
  };
  const at = (index: number) => links.current[index]?.focus();

  return (
    <ol className={classes.queue} aria-label={t.approvals.list} data-stale={isStale || undefined} onKeyDown={arrows}>
      {rows.map((row, index) => (
        <QueueRow
          key={`${row.kind}${row.id}`}
          row={row}
          link={(element) => {
            links.current[index] = element;
          }}
          onOpen={() => {
            lastOpened = index;
          }}
        />
      ))}
    </ol>
  );
}
