import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { graphql, type VariablesOf } from '@upstander/api-client';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { Money } from '../parts/money/money';
import { CheckIcon, FlagIcon, PlusIcon } from '../parts/ui/icons';
import { ProgressBar } from '../parts/ui/progress-bar';
import { StatusBadge } from '../parts/ui/status-badge';
import { fromNow } from '../parts/ui/when';
import { useChapters } from '../session/chapters';
import { mayOrganize, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { fundraiserOwner, useOwnerWords } from './fundraiser-owner';
import { fundraiserRow } from './queries';

const fundraisersQuery = graphql(
  `
    query ManageCampaigns(
      $filter: ManageCampaignFilter
      $status: [CampaignStatus!]
      $sort: CampaignSort
      $first: Int
      $after: String
    ) {
      manageCampaigns(filter: $filter, status: $status, sort: $sort, first: $first, after: $after) {
        edges {
          node {
            ...FundraiserRow
            ...FundraiserOwner
            submittedAt
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
  `,
  [fundraiserOwner, fundraiserRow],
);

/** What is open, what waits for review, what is over. */
const views = {
  open: ['LIVE', 'PAUSED'],
  review: ['IN_REVIEW'],
  draft: ['DRAFT', 'CHANGES_REQUESTED', 'UNCONFIRMED'],
  ended: ['ENDED', 'REFUSED'],
  all: null,
} satisfies Record<string, VariablesOf<typeof fundraisersQuery>['status']>;

/** All fundraisers one may see. They are written by those who run them; finance and reviewers decide on them. */
export function FundraiserList() {
  const { t } = useWords('fundraisers', 'money');
  const state = useSearchState();
  const { all } = useChapters();
  const say = t.fundraisers;
  const owner = useOwnerWords();
  const view = state.one('view', views) ?? 'open';
  // Who waits longest for a review comes first.
  const sort = state.one('sort', ['NEWEST', 'OLDEST']) ?? (view === 'review' ? 'OLDEST' : 'NEWEST');
  const add = mayOrganize(useMe()) && (
    <Button component={Link} to="/fundraisers/new" leftSection={<PlusIcon />}>
      {say.newFundraiser}
    </Button>
  );
  return (
    <ListPage
      name="fundraisers"
      title={say.title}
      lead={say.lead}
      buttons={add}
      document={fundraisersQuery}
      state={state}
      variables={{ filter: { text: state.text(), chapterId: state.text('chapter') }, status: views[view], sort }}
      first={20}
      of="manageCampaigns"
      label={say.list}
      what={say.what}
      views={{ views: Object.keys(views), names: say.views, value: view }}
      search={{ label: say.searchLabel, hint: say.searchHint }}
      filters={[
        {
          name: 'chapter',
          label: say.chapter,
          any: t.common.all,
          names: all.map(({ id, name }) => [id, name] as const),
        },
      ]}
      sort={sort}
      saySum={say.sum}
      none={
        view === 'review'
          ? { title: say.noneReviewTitle, text: say.noneReviewText, icon: <CheckIcon size={26} /> }
          : { title: say.noneTitle, text: say.noneText, icon: <FlagIcon size={26} />, children: add }
      }
      noneFound={say}
      columns={[
        {
          key: 'title',
          header: say.fundraiser,
          to: ({ id }) => `/fundraisers/${id}`,
          under: ({ status, submittedAt, endsOn, isGeneral }) => [
            isGeneral && say.general,
            status === 'IN_REVIEW' && submittedAt && (
              <ListTime at={submittedAt} how={fromNow} say={(when) => say.waitsSince({ when })} />
            ),
            status === 'LIVE' && endsOn && <ListTime at={endsOn} say={(until) => say.show.datesUntil({ until })} />,
          ],
        },
        {
          key: 'organizer',
          header: say.show.organizer,
          cell: (row) => owner(row).name,
          under: (row) => owner(row).whose,
        },
        {
          key: 'createdAt',
          header: say.created,
          onCard: 'none',
          sort: { down: ['NEWEST', say.newest], up: ['OLDEST', say.oldest] },
        },
        {
          key: 'progress',
          header: say.progress,
          onCard: 'plain',
          width: '26%',
          cell: ({ raised, goal, giftCount, isGeneral }) =>
            isGeneral ? (
              <Money value={raised} short />
            ) : (
              <ProgressBar raised={raised} goal={goal} giftCount={giftCount} />
            ),
        },
        {
          key: 'status',
          header: t.money.status,
          onCard: 'corner',
          cell: ({ status }) => <StatusBadge kind="campaignStatus" status={status} />,
        },
      ]}
    />
  );
}
