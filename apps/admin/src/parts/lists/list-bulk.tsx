import { Button, Checkbox } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { explain } from '../../api/explain';
import { queryClient } from '../../api/query-client';
import { useWords } from '../../words/words';
import { notify } from '../ui/notify';
import { idOf } from './connection';
import classes from './list.module.css';

/** Chosen rows, of any page; with `matching`, all rows that match the filters instead, and how many that is. */
export interface Selection<Row> {
  rows: readonly Row[];
  matching: number | null;
}

/**
 * What can be done with several rows at once; those for which it cannot have no box. It is one thing that is done with each,
 * or a bar of its own that gets the selection and the way to end it.
 */
export type Bulk<Row> = { can: (row: Row) => boolean } & (
  | {
      label: string;
      each: (row: Row) => Promise<unknown>;
      /** What is said of those it was done with. */
      done: (count: number) => string;
    }
  | {
      bar: (selection: Selection<Row>, done: () => void) => ReactNode;
      /** True if the bar can act on all rows that match the filters, without their IDs. */
      takesMatching?: boolean;
    }
);

interface Chosen<Row> {
  of: string;
  rows: ReadonlyMap<string, Row>;
  isMatching: boolean;
}

interface WholeList {
  /** The filters and the order: a selection ends when they change, and survives paging. */
  key: string;
  /** Number of matching rows; null if it isn't known exactly. */
  total: number | null;
}

/** The boxes before the rows, and what is done with those that are chosen. */
export function useBulk<Row>(rows: readonly Row[], bulk: Bulk<Row> | undefined, { key, total }: WholeList) {
  const { t, words: catalogue, locale } = useWords();
  const words = t.common.list;
  const [kept, keep] = useState<Chosen<Row>>({ of: key, rows: new Map(), isMatching: false });
  const [running, setRunning] = useState(false);
  if (!bulk) return {};
  const chosen = kept.of === key ? kept.rows : new Map<string, Row>();
  const isMatching = kept.of === key && kept.isMatching;
  const choose = (next: Iterable<readonly [string, Row]>) => keep({ of: key, rows: new Map(next), isMatching: false });
  const clear = () => choose([]);
  const able = rows.filter(bulk.can);
  const here = able.filter((row) => isMatching || chosen.has(idOf(row)));
  // A row of this page is as fresh as the page; one that can no longer be chosen falls out.
  const elsewhere = [...chosen].filter(([id]) => !rows.some((row) => idOf(row) === id));
  const picked = isMatching ? [] : [...elsewhere.map(([, row]) => row), ...here];
  const entries = (some: readonly Row[]) => some.map((row) => [idOf(row), row] as const);
  const run = async () => {
    if (running || 'bar' in bulk) return;
    setRunning(true);
    let count = 0;
    try {
      for (const row of picked) {
        await bulk.each(row);
        count += 1;
        // Who tries again after a failure does nothing twice.
        choose(entries(picked.slice(count)));
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
        checked={here.includes(row)}
        onChange={({ currentTarget: { checked } }) =>
          choose([...elsewhere, ...entries(able.filter((one) => (one === row ? checked : here.includes(one))))])
        }
      />
    );
  const all: ReactNode = (
    <Checkbox
      size="sm"
      aria-label={words.selectAll}
      checked={here.length > 0 && here.length === able.length}
      indeterminate={here.length > 0 && here.length < able.length}
      onChange={({ currentTarget: { checked } }) => choose([...elsewhere, ...entries(checked ? able : [])])}
    />
  );
  const mayTakeAll = 'bar' in bulk && bulk.takesMatching && total !== null && total > picked.length;
  const bar: ReactNode = (picked.length > 0 || isMatching) && (
    <div className={classes.bulk} role="status">
      {isMatching ? words.matchingSelected({ count: total ?? 0 }) : words.selected({ count: picked.length })}
      {!isMatching && mayTakeAll && (
        <Button size="xs" variant="subtle" onClick={() => keep({ of: key, rows: new Map(), isMatching: true })}>
          {words.selectMatching({ count: total })}
        </Button>
      )}
      {'bar' in bulk ? (
        bulk.bar({ rows: picked, matching: isMatching ? total : null }, clear)
      ) : (
        <Button size="xs" aria-disabled={running} onClick={() => void run()}>
          {bulk.label}
        </Button>
      )}
      <Button size="xs" variant="subtle" onClick={clear}>
        {words.clearSelection}
      </Button>
    </div>
  );
  return able.length > 0 ? { mark: { all, of: box }, bar } : {};
}
