import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '@upstander/api-client';
import cells from '../parts/lists/cells.module.css';
import type { RowOf } from '../parts/lists/connection';
import { List } from '../parts/lists/list';
import { useSearchState } from '../parts/lists/list-state';
import { ConfirmChange } from '../parts/ui/confirm';
import { CheckIcon } from '../parts/ui/icons';
import { formatShortDateTime } from '../parts/ui/when';
import { useWords } from '../words/words';

const differencesQuery = graphql(`
  query Differences($settled: Boolean, $first: Int, $after: String) {
    differences(settled: $settled, first: $first, after: $after) {
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

const settleDifferenceMutation = graphql(`
  mutation SettleDifference($input: SettleDifferenceInput!) {
    settleDifference(input: $input) {
      id
      settledAt
    }
  }
`);

/** What does not agree, until somebody has found out why. */
export function Differences() {
  const { t, locale } = useWords('reconciliation');
  const state = useSearchState();
  const [settling, settle] = useState<RowOf<ResultOf<typeof differencesQuery>, 'differences'> | null>(null);
  const say = t.reconciliation;
  const kinds: Record<string, string> = say.kinds;
  const settled = state.get('view') === 'settled';
  return (
    <>
      <Text c="dimmed" mb="md">
        {say.differencesLead}
      </Text>
      <List
        name="differences"
        document={differencesQuery}
        state={state}
        variables={{ settled }}
        first={30}
        of="differences"
        label={say.differencesList}
        what={say.differencesWhat}
        views={{
          views: ['unsettled', 'settled'],
          names: { label: say.which, unsettled: say.unsettled, settled: say.settled },
          value: settled ? 'settled' : 'unsettled',
        }}
        saySum={say.sum}
        none={{
          title: say.noDifferencesTitle,
          text: settled ? say.noSettledText : say.noDifferencesText,
          icon: <CheckIcon size={26} />,
        }}
        columns={[
          {
            key: 'kind',
            header: say.about,
            onCard: 'title',
            cell: ({ kind }) => kinds[kind] ?? kind,
            under: ({ about, giftId }) => (giftId ? <Link to={`/donations/${giftId}`}>{about}</Link> : about),
          },
          { key: 'foundAt', header: say.foundAt },
          { key: 'expected', header: say.expected },
          { key: 'found', header: say.found },
        ]}
        rowActions={(difference) =>
          difference.settledAt ? (
            <span className={cells.meta}>
              {say.settledBy({
                name: difference.settledBy ?? '',
                when: formatShortDateTime(locale, difference.settledAt),
              })}
              : {difference.settledNote}
            </span>
          ) : (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={say.settleFor({ about: difference.about })}
              onClick={() => settle(difference)}
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
          mutation={settleDifferenceMutation}
          variables={(note) => ({ input: { id: settling.id, note } })}
          done={say.settledDone}
        />
      )}
    </>
  );
}
