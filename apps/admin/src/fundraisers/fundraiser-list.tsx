import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { graphql, type VariablesOf } from '@upstander/api-client';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { Money } from '../parts/money/money';
import { CheckIcon, FlagIcon, PlusIcon } from '../parts/ui/icons';
import { ProgressBar } from '../parts/money/progress-bar';
import { relativeTime } from '../parts/ui/dates';
import { useChapters } from '../session/chapters';
import { mayOrganize, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { fundraiserOwner, useOwnerText } from './fundraiser-owner';
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

const views = {
  open: ['LIVE', 'PAUSED'],
  review: ['IN_REVIEW'],
  draft: ['DRAFT', 'CHANGES_REQUESTED', 'UNCONFIRMED'],
  ended: ['ENDED', 'REFUSED'],
  all: null,
} satisfies Record<string, VariablesOf<typeof fundraisersQuery>['status']>;

export function FundraiserList() {
  const { t, labels } = useWords('fundraisers', 'money');
  const state = useSearchState();
  const { allChapters: all } = useChapters();
  const owner = useOwnerText();
  const view = state.oneOf('view', views) ?? 'open';
  const sort = state.oneOf('sort', ['NEWEST', 'OLDEST']) ?? (view === 'review' ? 'OLDEST' : 'NEWEST');
  const addButton = mayOrganize(useMe()) && (
    <Button component={Link} to="/fundraisers/new" leftSection={<PlusIcon />}>
      {t.shared.newFundraiser}
    </Button>
  );
  return (
    <ListPage
      name="fundraisers"
      labels={labels}
      buttons={addButton}
      document={fundraisersQuery}
      variables={{ filter: { text: state.text(), chapterId: state.text('chapter') }, status: views[view], sort }}
      first={20}
      path="manageCampaigns"
      views={{ views: Object.keys(views), labels: labels.views, value: view }}
      search={{ label: labels.searchLabel, hint: labels.searchHint }}
      filters={[
        {
          name: 'chapter',
          label: t.shared.chapter,
          emptyOption: t.common.all,
          options: all.map(({ id, name }) => [id, name] as const),
        },
      ]}
      sort={sort}
      sumLabel={labels.sum}
      emptyState={
        view === 'review'
          ? { title: t.common.caughtUp, text: labels.noneReviewText, icon: <CheckIcon size={26} /> }
          : { title: labels.noneTitle, text: labels.noneText, icon: <FlagIcon size={26} />, children: addButton }
      }
      columns={[
        {
          key: 'title',
          header: t.common.fundraiser,
          linkTo: ({ id }) => `/fundraisers/${id}`,
          secondary: ({ status, submittedAt, endsOn, isGeneral }) => [
            isGeneral && labels.general,
            status === 'IN_REVIEW' && submittedAt && (
              <ListTime at={submittedAt} format={relativeTime} wrap={(when) => labels.waitsSince({ when })} />
            ),
            status === 'LIVE' && endsOn && <ListTime at={endsOn} wrap={(until) => labels.show.datesUntil({ until })} />,
          ],
        },
        {
          key: 'organizer',
          header: labels.show.organizer,
          render: (row) => owner(row).name,
          secondary: (row) => owner(row).whose,
        },
        {
          key: 'createdAt',
          header: labels.created,
          mobile: 'none',
          sort: { descending: ['NEWEST', labels.newest], ascending: ['OLDEST', labels.oldest] },
        },
        {
          key: 'progress',
          header: labels.progress,
          mobile: 'plain',
          render: ({ raised, goal, giftCount, isGeneral }) =>
            isGeneral ? (
              <Money value={raised} isShort />
            ) : (
              <ProgressBar raised={raised} goal={goal} giftCount={giftCount} />
            ),
        },
        { key: 'status', header: t.common.status, badge: 'campaignStatus', mobile: 'corner' },
      ]}
    />
  );
}
