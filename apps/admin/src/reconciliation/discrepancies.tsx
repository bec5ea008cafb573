import { Text } from '@mantine/core';
import { useState } from 'react';
import { graphql, type ResultOf } from '@upstander/api-client';
import { ListTime, type Column } from '../parts/lists/column';
import type { RowOf } from '../parts/lists/connection';
import { List } from '../parts/lists/list';
import { useSearchState } from '../parts/lists/list-state';
import { ConfirmChange } from '../parts/ui/confirm';
import { CheckIcon } from '../parts/ui/icons';
import { Reference } from '../parts/ui/reference';
import { RowButton } from '../parts/ui/row-button';
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
    }
  }
`);

type Discrepancy = RowOf<ResultOf<typeof discrepanciesQuery>, 'discrepancies'>;

export function Discrepancies() {
  const { t, labels } = useWords('reconciliation');
  const state = useSearchState();
  const [discrepancyToSettle, setDiscrepancyToSettle] = useState<Discrepancy | null>(null);
  const kinds: Record<string, string> = labels.kinds;
  const isSettledView = state.get('view') === 'settled';
  // When a confirmation is corrected or undone, the discrepancy is resolved with a code instead of a note.
  const automaticNotes: Record<string, string> = {
    'confirmed-again': labels.confirmedAgain,
    'confirmation-undone': labels.confirmationUndone,
  };
  const outcome: Column<Discrepancy> = {
    key: 'settled',
    header: labels.settled,
    render: ({ settledAt, settledBy }) =>
      settledAt && <ListTime at={settledAt} wrap={(when) => labels.settledBy({ name: settledBy ?? '', when })} />,
    secondary: ({ settledNote }) => (settledNote && automaticNotes[settledNote]) ?? settledNote,
  };
  return (
    <>
      <Text c="dimmed" mb="md">
        {labels.discrepanciesLead}
      </Text>
      <List
        name="discrepancies"
        document={discrepanciesQuery}
        variables={{ settled: isSettledView }}
        first={30}
        path="discrepancies"
        labels={{ list: labels.discrepanciesList, what: labels.discrepanciesWhat }}
        views={{
          views: ['unsettled', 'settled'],
          labels: { label: t.shared.view, unsettled: labels.unsettled, settled: labels.settled },
          value: isSettledView ? 'settled' : 'unsettled',
        }}
        sumLabel={labels.sum}
        emptyState={{
          title: t.shared.everythingMatches,
          text: isSettledView ? labels.noSettledText : labels.noDiscrepanciesText,
          icon: <CheckIcon size={26} />,
        }}
        columns={[
          {
            key: 'kind',
            header: labels.about,
            linkTo: ({ giftId }) => giftId && `/gifts/${giftId}`,
            render: ({ kind }) => kinds[kind] ?? kind,
            secondary: ({ about }) => <Reference text={about} />,
          },
          { key: 'foundAt', header: labels.foundAt },
          { key: 'expected', header: labels.expected },
          { key: 'found', header: labels.found, mobile: 'corner' },
          ...(isSettledView ? [outcome] : []),
        ]}
        rowActions={(discrepancy) =>
          !discrepancy.settledAt && (
            <RowButton
              label={labels.settle}
              ariaLabel={labels.settleFor({ about: discrepancy.about })}
              onClick={() => setDiscrepancyToSettle(discrepancy)}
            />
          )
        }
      />
      {discrepancyToSettle && (
        <ConfirmChange
          onClose={() => setDiscrepancyToSettle(null)}
          title={labels.settleTitle}
          text={labels.settleText}
          reason={{ label: t.common.noteForColleagues, required: true }}
          submitLabel={labels.settle}
          mutation={settleDiscrepancyMutation}
          variables={(note) => ({ input: { id: discrepancyToSettle.id, note } })}
          successMessage={labels.settledDone}
        />
      )}
    </>
  );
}
