import { Button, Checkbox } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { explain } from '../../api/explain';
import { queryClient } from '../../api/query-client';
import { useWords } from '../../words/words';
import { notify } from '../notifications/notify';
import { idOf } from './connection';
import classes from './list.module.css';

/**
 * Selected rows across pages. If `matching` is set, it covers all rows that match the filters instead, and holds their
 * number.
 */
export interface Selection<Row> {
  rows: readonly Row[];
  matching: number | null;
}

/**
 * Bulk actions. Rows where `can` returns false have no checkbox. Either one action per row, or a custom bar that gets
 * the selection and a function to clear it.
 */
export type Bulk<Row> = { isSelectable: (row: Row) => boolean } & (
  | {
      label: string;
      run: (row: Row) => Promise<unknown>;
      done: (count: number) => string;
    }
  | {
      bar: (selection: Selection<Row>, done: () => void) => ReactNode;
      /** True if the bar can act on all rows that match the filters, without their IDs. */
      canSelectMatching?: boolean;
    }
);

interface SelectedRows<Row> {
  key: string;
  rows: ReadonlyMap<string, Row>;
  isMatching: boolean;
}

interface WholeList {
  /** Filters and sort order. The selection is cleared when they change, but survives paging. */
  key: string;
  /** Number of matching rows; null if it isn't known exactly. */
  total: number | null;
}

export function useBulk<Row>(rows: readonly Row[], bulk: Bulk<Row> | undefined, { key, total }: WholeList) {
  const { t, words: catalogue, locale } = useWords();
  const words = t.common.list;
  const [kept, keep] = useState<SelectedRows<Row>>({ key, rows: new Map(), isMatching: false });
  const [running, setRunning] = useState(false);
  if (!bulk) return {};
  const chosen = kept.key === key ? kept.rows : new Map<string, Row>();
  const isMatching = kept.key === key && kept.isMatching;
  const choose = (next: Iterable<readonly [string, Row]>) => keep({ key, rows: new Map(next), isMatching: false });
  const clear = () => choose([]);
  const able = rows.filter(bulk.isSelectable);
  const here = able.filter((row) => isMatching || chosen.has(idOf(row)));
  // Rows of this page are current; those that can no longer be selected are dropped.
  const elsewhere = [...chosen].filter(([id]) => !rows.some((row) => idOf(row) === id));
  const picked = isMatching ? [] : [...elsewhere.map(([, row]) => row), ...here];
  const entries = (some: readonly Row[]) => some.map((row) => [idOf(row), row] as const);
  const run = async () => {
    if (running || 'bar' in bulk) return;
    setRunning(true);
    let count = 0;
    try {
      for (const row of picked) {
        await bulk.run(row);
        count += 1;
        // A retry after a failure must not repeat finished rows.
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
    bulk.isSelectable(row) && (
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
  const mayTakeAll = 'bar' in bulk && bulk.canSelectMatching && total !== null && total > picked.length;
  const bar: ReactNode = (picked.length > 0 || isMatching) && (
    <div className={classes.bulk} role="status">
      {isMatching ? words.matchingSelected({ count: total ?? 0 }) : words.selected({ count: picked.length })}
      {!isMatching && mayTakeAll && (
        <Button size="xs" variant="subtle" onClick={() => keep({ key, rows: new Map(), isMatching: true })}>
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
  return able.length > 0 ? { mark: { all, row: box }, bar } : {};
}
