import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import cells from '../parts/lists/cells.module.css';
import { Choice } from '../parts/lists/choice';
import { ConfirmChange } from '../parts/ui/confirm';
import type { Column } from '../parts/lists/data-table';
import { Empty } from '../parts/ui/empty';
import { CheckIcon } from '../parts/ui/icons';
import { List } from '../parts/lists/list';
import { Money } from '../parts/money/money';
import { useSearchState } from '../parts/lists/use-search-state';
import { moment } from '../parts/ui/when';
import { useWords } from '../words/words';
import { differencesQuery, settleDifferenceMutation, type DifferenceRow } from './queries';
import classes from './reconciliation.module.css';

/** What does not agree, until somebody has found out why. */
export function Differences() {
  const { t } = useWords();
  const state = useSearchState();
  const settled = state.get('which') === 'settled';
  const query = useRead(differencesQuery, { settled, first: 30, after: state.get('after') || null });
  const [settling, setSettling] = useState<DifferenceRow | null>(null);
  const columns = useDifferenceColumns(setSettling);
  return (
    <>
      <Text c="dimmed" mb="md">
        {t.reconciliation.differencesLead}
      </Text>
      <div className={classes.filters} role="search">
        <Choice
          label={t.reconciliation.which}
          any={t.reconciliation.unsettled}
          value={settled ? 'settled' : ''}
          onChoose={(which) => state.set({ which })}
          names={{ settled: t.reconciliation.settled }}
        />
      </div>
      <List
        query={query}
        of={(data) => data.differences}
        columns={columns}
        label={t.reconciliation.differencesList}
        what={t.reconciliation.differencesWhat}
        empty={
          <Empty
            title={t.reconciliation.noDifferencesTitle}
            text={settled ? t.reconciliation.noSettledText : t.reconciliation.noDifferencesText}
            icon={<CheckIcon size={26} />}
          />
        }
      />
      {settling && <Settle difference={settling} onClose={() => setSettling(null)} />}
    </>
  );
}

function useDifferenceColumns(onSettle: (difference: DifferenceRow) => void): ReadonlyArray<Column<DifferenceRow>> {
  const { t, locale } = useWords();
  const kinds: Record<string, string> = t.reconciliation.kinds;
  return [
    {
      key: 'about',
      header: t.reconciliation.about,
      onCard: 'title',
      cell: ({ kind, about, giftId }) => (
        <>
          {kinds[kind] ?? kind}
          <span className={cells.meta}>{giftId ? <Link to={`/donations/${giftId}`}>{about}</Link> : about}</span>
        </>
      ),
    },
    { key: 'when', header: t.reconciliation.foundAt, cell: ({ foundAt }) => moment(locale, foundAt) },
    {
      key: 'expected',
      header: t.reconciliation.expected,
      align: 'end',
      cell: ({ expected }) => <Money value={expected} />,
    },
    { key: 'found', header: t.reconciliation.found, align: 'end', cell: ({ found }) => <Money value={found} /> },
    {
      key: 'actions',
      header: t.common.actions,
      hiddenHeader: true,
      align: 'end',
      onCard: 'foot',
      cell: (difference) =>
        difference.settledAt ? (
          <span className={cells.meta}>
            {t.reconciliation.settledBy({
              name: difference.settledBy ?? '',
              when: moment(locale, difference.settledAt),
            })}
            : {difference.settledNote}
          </span>
        ) : (
          <Button
            variant="default"
            size="xs"
            aria-label={t.reconciliation.settleFor({ about: difference.about })}
            onClick={() => onSettle(difference)}
          >
            {t.reconciliation.settle}
          </Button>
        ),
    },
  ];
}

function Settle({ difference, onClose }: { difference: DifferenceRow; onClose: () => void }) {
  const { t } = useWords();
  return (
    <ConfirmChange
      opened
      onClose={onClose}
      title={t.reconciliation.settleTitle}
      text={t.reconciliation.settleText}
      reason={{ label: t.reconciliation.settleNote, required: true }}
      submit={t.reconciliation.settle}
      working={t.reconciliation.settling}
      mutation={settleDifferenceMutation}
      variables={(note) => ({ input: { id: difference.id, note } })}
      done={t.reconciliation.settledDone}
    />
  );
}
