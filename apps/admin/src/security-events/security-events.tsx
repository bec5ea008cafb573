import { Link } from 'react-router';
import { graphql, type ResultOf } from '@upstander/api-client';

import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { ShieldIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { EventDetail, useRefusalText } from './event-detail';
import classes from './security-events.module.css';

const securityEventsQuery = graphql(`
  query SecurityEvents(
    $kinds: [String!]
    $accountId: ID
    $from: DateTime
    $until: DateTime
    $first: Int
    $after: String
  ) {
    securityEvents(kinds: $kinds, accountId: $accountId, from: $from, until: $until, first: $first, after: $after) {
      edges {
        node {
          id
          kind
          at
          account {
            id
            name
          }
          by {
            id
            name
          }
          detail
          network
          count
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
`);

type Answer = ResultOf<typeof securityEventsQuery>;

const groups: Record<string, string[]> = {
  refused: [
    'sign-in-failed',
    'second-step-failed',
    'proof-failed',
    'operation-refused',
    'thing-refused',
    'document-refused',
    'cross-site-refused',
    'limit-reached',
  ],
  power: ['role-requested', 'role-approved', 'role-rejected', 'role-granted', 'role-revoked'],
};

/** Dates are in the user's time zone. */
export function SecurityEvents() {
  const { t, labels } = useWords('securityEvents');
  const state = useSearchState();
  const kinds: Record<string, string> = labels.kinds;
  const refusalText = useRefusalText();
  const kind = state.text('kind');
  const personId = state.text('person');
  return (
    <ListPage
      name="security-events"
      labels={labels}
      document={securityEventsQuery}
      variables={{
        kinds: kind === undefined ? undefined : (groups[kind] ?? [kind]),
        accountId: personId,
        from: state.startOf('from'),
        until: state.startOf('to', 1),
      }}
      first={50}
      path="securityEvents"
      filters={[
        {
          name: 'kind',
          label: labels.happened,
          options: { refused: labels.allRefused, power: labels.allPower, ...labels.kinds },
        },
        { name: 'from', label: t.common.from, type: 'day' },
        { name: 'to', label: t.common.until, type: 'day' },
      ]}
      restrictedTo={[{ name: 'person', label: (data) => labels.onlyPerson({ name: nameIn(data, personId) }) }]}
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <ShieldIcon size={26} /> }}
      columns={[
        {
          key: 'what',
          header: labels.happened,
          mobile: 'title',
          render: ({ kind: eventKind }) => (
            <strong>{Object.hasOwn(kinds, eventKind) ? kinds[eventKind] : eventKind}</strong>
          ),
          secondary: ({ count }) => count > 1 && labels.times({ count }),
        },
        {
          key: 'account',
          header: labels.account,
          render: ({ account }) => (account ? <Person {...account} /> : labels.nobodyKnown),
          secondary: ({ by }) =>
            by && (
              <>
                {labels.by} <Person {...by} />
              </>
            ),
        },
        {
          key: 'detail',
          header: labels.detail,
          render: ({ kind: eventKind, detail }) => detail && <EventDetail kind={eventKind} detail={detail} />,
          secondary: ({ kind: eventKind, detail, network }) => [
            refusalText(eventKind, detail),
            network && labels.network({ mark: network.slice(0, 6) }),
          ],
        },
        { key: 'at', header: t.common.when },
      ]}
    />
  );
}

function nameIn(data: Answer | undefined, id: string | undefined): string | null {
  const people = (data?.securityEvents.edges ?? []).flatMap(({ node }) => [node.account, node.by]);
  return people.find((person) => person?.id === id)?.name ?? null;
}

function Person({ id, name }: { id: string; name: string }) {
  return (
    <Link to={`/security?person=${id}`} className={classes.person}>
      {name}
    </Link>
  );
}
