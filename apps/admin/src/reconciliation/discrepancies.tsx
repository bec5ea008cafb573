import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { graphql, type ResultOf } from '@upstander/api-client';
import { ListTime, type Column } from '../parts/lists/column';
import type { RowOf } from '../parts/lists/connection';
import { List } from '../parts/lists/list';
import { useSearchState } from '../parts/lists/list-state';
import { ConfirmChange } from '../parts/ui/confirm';
import { CheckIcon } from '../parts/ui/icons';
import { Reference } from '../parts/ui/reference';
import { useWords } from '../words/words';

const discrepanciesQuery = graphql(`
  query Discrepancies($settled: Boolean, $first: Int, $after: String) {
    discrepancies(settled: $settled, first: $first, after: $after) {
      edges {
        node {
          id
          kind
          about
          giftId
          expected {
            amountMinor
            currency
          }
          found {
            amountMinor
            currency
          }
          foundAt
          settledAt
          settledBy
          settledNote
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
      totalIsCapped
      sums {
        amount {
          amountMinor
          currency
        }
      }
    }
  }
`);

const settleDiscrepancyMutation = graphql(`
  mutation SettleDiscrepancy($input: SettleDiscrepancyInput!) {
    settleDiscrepancy(input: $input) {
      id
      settledAt
    }
  }
`);

type Discrepancy = RowOf<ResultOf<typeof discrepanciesQuery>, 'discrepancies'>;

/** What does not agree, until somebody has found out why. */
export function Discrepancies() {
  const { t } = useWords('reconciliation');
  const state = useSearchState();
  const [settling, settle] = useState<Discrepancy | null>(null);
  const say = t.reconciliation;
  const kinds: Record<string, string> = say.kinds;
  const settled = state.get('view') === 'settled';
  // Correcting or undoing a confirmation settles its discrepancy with a code instead of a person's note.
  const automaticNotes: Record<string, string> = {
    'confirmed-again': say.confirmedAgain,
    'confirmation-undone': say.confirmationUndone,
  };
  const outcome: Column<Discrepancy> = {
    key: 'settled',
    header: say.settled,
    cell: ({ settledAt, settledBy }) =>
      settledAt && <ListTime at={settledAt} say={(when) => say.settledBy({ name: settledBy ?? '', when })} />,
    under: ({ settledNote }) => (settledNote && automaticNotes[settledNote]) ?? settledNote,
  };
  return (
    <>
      <Text c="dimmed" mb="md">
        {say.discrepanciesLead}
      </Text>
      <List
        name="discrepancies"
        document={discrepanciesQuery}
        state={state}
        variables={{ settled }}
        first={30}
        of="discrepancies"
        label={say.discrepanciesList}
        what={say.discrepanciesWhat}
        views={{
          views: ['unsettled', 'settled'],
          names: { label: say.which, unsettled: say.unsettled, settled: say.settled },
          value: settled ? 'settled' : 'unsettled',
        }}
        saySum={say.sum}
        none={{
          title: say.noDiscrepanciesTitle,
          text: settled ? say.noSettledText : say.noDiscrepanciesText,
          icon: <CheckIcon size={26} />,
        }}
        columns={[
          {
            key: 'kind',
            header: say.about,
            to: ({ giftId }) => giftId && `/gifts/${giftId}`,
            cell: ({ kind }) => kinds[kind] ?? kind,
            under: ({ about }) => <Reference text={about} />,
          },
          { key: 'foundAt', header: say.foundAt },
          { key: 'expected', header: say.expected },
          { key: 'found', header: say.found, onCard: 'corner' },
          ...(settled ? [outcome] : []),
        ]}
        rowActions={(discrepancy) =>
          !discrepancy.settledAt && (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={say.settleFor({ about: discrepancy.about })}
              onClick={() => settle(discrepancy)}
            >
              {say.settle}
            </Button>
          )
        }
      />
      {settling && (
        <ConfirmChange
          opened
          onClose={() => settle(null)}
          title={say.settleTitle}
          text={say.settleText}
          reason={{ label: say.settleNote, required: true }}
          submit={say.settle}
          working={say.settling}
          mutation={settleDiscrepancyMutation}
          variables={(note) => ({ input: { id: settling.id, note } })}
          done={say.settledDone}
        />
      )}
    </>
  );
}
