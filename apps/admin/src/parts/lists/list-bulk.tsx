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
 * Bulk actions: either one action per row, or a custom bar that gets the selection and a function to clear it. Rows
 * where `isSelectable` returns false have no checkbox.
 */
export type Bulk<Row> = { isSelectable: (row: Row) => boolean } & (
  | {
      label: string;
      run: (row: Row) => Promise<unknown>;
      doneText: (count: number) => string;
    }
  | {
      bar: (selection: Selection<Row>, clearAfter: () => void) => ReactNode;
      /** True if the bar can act on all rows that match the filters, without their IDs. */
      canSelectMatching?: boolean;
    }
);

interface SelectedRows<Row> {
  key: string;
  rows: ReadonlyMap<string, Row>;
  isMatching: boolean;
}

interface ListContext {
  /** Filters and sort order. The selection is cleared when they change, but survives paging. */
  key: string;
  /** Number of matching rows; null if it isn't known exactly. */
  total: number | null;
}

export function useBulk<Row>(rows: readonly Row[], bulk: Bulk<Row> | undefined, { key, total }: ListContext) {
  const { t, words: catalog, locale } = useWords();
  const labels = t.common.list;
  const [selection, setSelection] = useState<SelectedRows<Row>>({ key, rows: new Map(), isMatching: false });
  const [isRunning, setIsRunning] = useState(false);
  if (!bulk) return {};
  const selectedRows = selection.key === key ? selection.rows : new Map<string, Row>();
  const isMatching = selection.key === key && selection.isMatching;
  const selectRows = (next: Iterable<readonly [string, Row]>) =>
    setSelection({ key, rows: new Map(next), isMatching: false });
  const clearSelection = () => selectRows([]);
  const selectableRows = rows.filter(bulk.isSelectable);
  const selectedHere = selectableRows.filter((row) => isMatching || selectedRows.has(idOf(row)));
  // Rows of this page are current; those that can no longer be selected are dropped.
  const selectedElsewhere = [...selectedRows].filter(([id]) => !rows.some((row) => idOf(row) === id));
  const selectedItems = isMatching ? [] : [...selectedElsewhere.map(([, row]) => row), ...selectedHere];
  const entries = (rowsToMap: readonly Row[]) => rowsToMap.map((row) => [idOf(row), row] as const);
  const run = async () => {
    if (isRunning || 'bar' in bulk) return;
    setIsRunning(true);
    let count = 0;
    try {
      for (const row of selectedItems) {
        await bulk.run(row);
        count += 1;
        // A retry after a failure must not repeat finished rows.
        selectRows(entries(selectedItems.slice(count)));
      }
    } catch (error) {
      notify.failure(t.common.failed, explain(catalog, locale, error));
    }
    setIsRunning(false);
    if (count > 0) notify.success(bulk.doneText(count));
    await queryClient.invalidateQueries();
  };
  const checkbox = (row: Row): ReactNode =>
    bulk.isSelectable(row) && (
      <Checkbox
        size="sm"
        aria-label={labels.select}
        checked={selectedHere.includes(row)}
        onChange={({ currentTarget: { checked } }) =>
          selectRows([
            ...selectedElsewhere,
            ...entries(selectableRows.filter((other) => (other === row ? checked : selectedHere.includes(other)))),
          ])
        }
      />
    );
  const selectAll: ReactNode = (
    <Checkbox
      size="sm"
      aria-label={labels.selectAll}
      checked={selectedHere.length > 0 && selectedHere.length === selectableRows.length}
      indeterminate={selectedHere.length > 0 && selectedHere.length < selectableRows.length}
      onChange={({ currentTarget: { checked } }) =>
        selectRows([...selectedElsewhere, ...entries(checked ? selectableRows : [])])
      }
    />
  );
  const mayTakeAll = 'bar' in bulk && bulk.canSelectMatching && total !== null && total > selectedItems.length;
  const bar: ReactNode = (selectedItems.length > 0 || isMatching) && (
    <div className={classes.bulk} role="status">
      {isMatching ? labels.matchingSelected({ count: total ?? 0 }) : labels.selected({ count: selectedItems.length })}
      {!isMatching && mayTakeAll && (
        <Button size="xs" variant="subtle" onClick={() => setSelection({ key, rows: new Map(), isMatching: true })}>
          {labels.selectMatching({ count: total })}
        </Button>
      )}
      {'bar' in bulk ? (
        bulk.bar({ rows: selectedItems, matching: isMatching ? total : null }, clearSelection)
      ) : (
        <Button size="xs" aria-disabled={isRunning} onClick={() => void run()}>
          {bulk.label}
        </Button>
      )}
      <Button size="xs" variant="subtle" onClick={clearSelection}>
        {labels.clearSelection}
      </Button>
    </div>
  );
  return selectableRows.length > 0 ? { mark: { all: selectAll, row: checkbox }, bar } : {};
}
