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

/** The kinds that say somebody tried what they may not, or could not: one choice for all of them. */
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

/** What happened to accounts, and what was tried and refused. Days are the reader's own, whole ones. */
export function SecurityEvents() {
  const { t } = useWords('securityEvents');
  const state = useSearchState();
  const say = t.securityEvents;
  const kinds: Record<string, string> = say.kinds;
  const refusalText = useRefusalText();
  const kind = state.text('kind');
  const personId = state.text('person');
  return (
    <ListPage
      name="security-events"
      title={say.title}
      lead={say.lead}
      document={securityEventsQuery}
      state={state}
      variables={{
        kinds: kind === undefined ? undefined : (groups[kind] ?? [kind]),
        accountId: personId,
        from: state.startOf('from'),
        until: state.startOf('to', 1),
      }}
      first={50}
      of="securityEvents"
      label={say.list}
      what={say.what}
      filters={[
        { name: 'kind', label: say.happened, names: { refused: say.allRefused, power: say.allPower, ...say.kinds } },
        { name: 'from', label: say.from, is: 'day' },
        { name: 'to', label: say.to, is: 'day' },
      ]}
      only={[{ name: 'person', said: (data) => say.onlyPerson({ name: nameIn(data, personId) }) }]}
      none={{ title: say.noneTitle, text: say.noneText, icon: <ShieldIcon size={26} /> }}
      noneFound={say}
      columns={[
        {
          key: 'what',
          header: say.happened,
          onCard: 'title',
          cell: ({ kind: happened }) => <strong>{Object.hasOwn(kinds, happened) ? kinds[happened] : happened}</strong>,
          under: ({ count }) => count > 1 && say.times({ count }),
        },
        {
          key: 'account',
          header: say.account,
          cell: ({ account }) => (account ? <Person {...account} /> : say.nobodyKnown),
          under: ({ by }) =>
            by && (
              <>
                {say.by} <Person {...by} />
              </>
            ),
        },
        {
          key: 'detail',
          header: say.detail,
          width: '28%',
          cell: ({ kind: happened, detail }) => detail && <EventDetail kind={happened} detail={detail} />,
          under: ({ kind: happened, detail, network }) => [
            refusalText(happened, detail),
            network && say.network({ mark: network.slice(0, 6) }),
          ],
        },
        { key: 'at', header: say.when },
      ]}
    />
  );
}

function nameIn(data: Answer | undefined, id: string | undefined): string | null {
  const people = (data?.securityEvents.edges ?? []).flatMap(({ node }) => [node.account, node.by]);
  return people.find((person) => person?.id === id)?.name ?? null;
}

/** Narrows the list to what concerns one person. */
function Person({ id, name }: { id: string; name: string }) {
  return (
    <Link to={`/security?person=${id}`} className={classes.person}>
      {name}
    </Link>
  );
}
