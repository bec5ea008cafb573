import { Button, Checkbox } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { explain } from '../../api/explain';
import { queryClient } from '../../api/query-client';
import { useWords } from '../../words/words';
import { notify } from '../ui/notify';
import { idOf } from './connection';
import classes from './list.module.css';

/**
 * What can be done with several rows at once; those for which it cannot have no box. It is one thing that is done with each,
 * or a bar of its own that gets the rows that are chosen, and the way to choose none.
 */
export type Bulk<Row> = { can: (row: Row) => boolean } & (
  | {
      label: string;
      each: (row: Row) => Promise<unknown>;
      /** What is said of those it was done with. */
      done: (count: number) => string;
    }
  | { bar: (rows: readonly Row[], done: () => void) => ReactNode }
);

/** The boxes before the rows, and what is done with those that are chosen. */
export function useBulk<Row>(rows: readonly Row[], bulk: Bulk<Row> | undefined) {
  const { t, words: catalogue, locale } = useWords();
  const words = t.common.list;
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [running, setRunning] = useState(false);
  if (!bulk) return {};
  const able = rows.filter(bulk.can);
  const picked = able.filter((row) => chosen.has(idOf(row)));
  const run = async () => {
    if (running || 'bar' in bulk) return;
    setRunning(true);
    let count = 0;
    try {
      for (const row of picked) {
        await bulk.each(row);
        count += 1;
        // Who tries again after a failure does nothing twice.
        choose((ids) => new Set([...ids].filter((id) => id !== idOf(row))));
      }
    } catch (error) {
      notify.failure(t.common.failed, explain(catalogue, locale, error));
    }
    setRunning(false);
    if (count > 0) notify.success(bulk.done(count));
    await queryClient.invalidateQueries();
  };
  const box = (row: Row): ReactNode =>
    bulk.can(row) && (
      <Checkbox
        size="sm"
        aria-label={words.select}
        checked={chosen.has(idOf(row))}
        onChange={({ currentTarget: { checked } }) =>
          choose(new Set(checked ? [...chosen, idOf(row)] : [...chosen].filter((id) => id !== idOf(row))))
        }
      />
    );
  const all: ReactNode = (
    <Checkbox
      size="sm"
      aria-label={words.selectAll}
      checked={picked.length > 0 && picked.length === able.length}
      indeterminate={picked.length > 0 && picked.length < able.length}
      onChange={({ currentTarget: { checked } }) => choose(new Set(checked ? able.map(idOf) : []))}
    />
  );
  const bar: ReactNode = picked.length > 0 && (
    <div className={classes.bulk} role="status">
      {words.selected({ count: picked.length })}
      {'bar' in bulk ? (
        bulk.bar(picked, () => choose(new Set()))
      ) : (
        <Button size="xs" aria-disabled={running} onClick={() => void run()}>
          {bulk.label}
        </Button>
      )}
    </div>
  );
  return able.length > 0 ? { mark: { all, of: box }, bar } : {};
}
