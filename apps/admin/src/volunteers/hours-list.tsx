import { Button } from '@mantine/core';
import { hoursText } from '@upstander/web-kit';
import { graphql, type ResultOf } from '@upstander/api-client';
import { useState } from 'react';
import { Link } from 'react-router';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { CheckIcon } from '../parts/ui/icons';
import { StatusBadge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { HoursDecision } from './hours-decision';
import { hoursRow } from './queries';

const hoursToDecideQuery = graphql(
  `
    query HoursToDecide($first: Int, $after: String) {
      hoursToDecide(first: $first, after: $after) {
        edges {
          node {
            ...HoursRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
        totalIsCapped
      }
    }
  `,
  [hoursRow],
);

export type HoursRow = ResultOf<typeof hoursRow>;

/** Hours given elsewhere, and numbers that volunteers say are wrong: somebody decides. */
export function HoursList() {
  const { t, locale } = useWords('volunteers');
  const state = useSearchState();
  const [deciding, decide] = useState<HoursRow | null>(null);
  const say = t.volunteers.hours;
  return (
    <ListPage
      name="hours-to-decide"
      title={say.title}
      lead={say.lead}
      document={hoursToDecideQuery}
      state={state}
      variables={{}}
      first={50}
      of="hoursToDecide"
      label={say.list}
      what={say.what}
      none={{ title: say.noneTitle, text: say.noneText, icon: <CheckIcon size={26} /> }}
      columns={[
        {
          key: 'name',
          header: say.volunteer,
          cell: ({ volunteerId, name }) => <Link to={`/volunteers/${volunteerId}`}>{name}</Link>,
          under: ({ chapter }) => chapter.name,
        },
        { key: 'what', header: say.done, under: ({ note }) => note },
        { key: 'day', header: say.day, cell: ({ day }) => <ListTime at={day} /> },
        { key: 'minutes', header: say.time, cell: ({ minutes }) => hoursText(locale, minutes) },
        { key: 'status', header: say.status, cell: ({ status }) => <StatusBadge kind="hoursStatus" status={status} /> },
      ]}
      rowActions={(hours) => (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${say.decide}: ${hours.name}, ${hours.what}`}
          onClick={() => decide(hours)}
        >
          {say.decide}
        </Button>
      )}
    >
      <HoursDecision hours={deciding} onClose={() => decide(null)} />
    </ListPage>
  );
}
