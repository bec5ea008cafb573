import { Button } from '@mantine/core';
import { graphql, type ResultOf } from '@upstander/api-client';
import { useChange, useRead } from '../api/use-api';
import cells from '../parts/lists/cells.module.css';
import { DataTable, type Column } from '../parts/lists/data-table';
import { Empty } from '../parts/ui/empty';
import { Failure } from '../parts/ui/failure';
import { PeopleIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { Money } from '../parts/money/money';
import { ProgressBar } from '../parts/ui/progress-bar';
import { Section } from '../parts/ui/section';
import { StatusBadge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { EditBox, reviewPageEdit } from './edit-box';
import { useFundraiser } from './fundraiser-show';

const pagesQuery = graphql(`
  query FundraiserPages($id: ID!) {
    manageCampaign(id: $id) {
      id
      pages {
        id
        slug
        kind
        title
        story
        edit {
          title
          story
          at
        }
        ownerName
        ownerEmail
        teamSlug
        status
        giftCount
        goal {
          amountMinor
          currency
        }
        raised {
          amountMinor
          currency
        }
      }
    }
  }
`);

type Page = NonNullable<ResultOf<typeof pagesQuery>['manageCampaign']>['pages'][number];

const setPageStatusMutation = graphql(`
  mutation SetPageStatus($input: SetPageStatusInput!) {
    setPageStatus(input: $input) {
      id
    }
  }
`);

/** Teams, and people who ask their friends: seen, approved or hidden. */
export function Pages() {
  const { t } = useWords();
  const fundraiser = useFundraiser();
  const words = t.fundraisers.pages;
  const { data, error, refetch, dataUpdatedAt } = useRead(pagesQuery, { id: fundraiser.id });
  const rows = data?.manageCampaign?.pages ?? [];
  const columns = usePageColumns(rows, new Date(dataUpdatedAt).toISOString());
  return (
    <Section title={words.title} lead={words.lead}>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading what={words.title} />}
      {data && rows.length === 0 && (
        <Empty title={words.noneTitle} text={words.noneText} icon={<PeopleIcon size={26} />} />
      )}
      {rows.map(
        ({ id, edit, ...shown }) =>
          edit && <EditBox key={id} id={id} shown={shown} edit={edit} mutation={reviewPageEdit} />,
      )}
      {rows.length > 0 && <DataTable label={words.list} rows={rows} columns={columns} idOf={({ id }) => id} />}
    </Section>
  );
}

function usePageColumns(pages: readonly Page[], readAt: string): ReadonlyArray<Column<Page>> {
  const { t, words: all } = useWords();
  const words = t.fundraisers.pages;
  const teams = new Map(pages.map(({ slug, title }) => [slug, title]));
  const change = useChange(setPageStatusMutation, {
    success: (_, { input }) => (input.status === 'HIDDEN' ? words.hidden : words.shown),
  });
  return [
    {
      key: 'page',
      header: words.page,
      onCard: 'title',
      cell: (page) => (
        <>
          <strong>{page.title}</strong>
          {page.status === 'IN_REVIEW' && <span className={cells.meta}>{page.story}</span>}
          <span className={cells.meta}>
            {all.enums.pageKind[page.kind]}
            {page.teamSlug && `, ${words.team({ name: teams.get(page.teamSlug) ?? page.teamSlug })}`}
          </span>
        </>
      ),
    },
    {
      key: 'owner',
      header: words.owner,
      cell: (page) => (
        <>
          {page.ownerName}
          <span className={cells.meta}>{page.ownerEmail}</span>
        </>
      ),
    },
    {
      key: 'raised',
      header: words.raised,
      onCard: 'plain',
      cell: (page) =>
        page.goal ? (
          <ProgressBar raised={page.raised} goal={page.goal} giftCount={page.giftCount} />
        ) : (
          <>
            <Money value={page.raised} /> <span className={cells.meta}>{t.money.gifts({ count: page.giftCount })}</span>
          </>
        ),
    },
    {
      key: 'status',
      header: t.money.status,
      onCard: 'corner',
      cell: (page) => <StatusBadge kind="pageStatus" status={page.status} />,
    },
    {
      key: 'actions',
      header: t.common.actions,
      hiddenHeader: true,
      align: 'end',
      onCard: 'foot',
      cell: ({ id, title, status }) => {
        if (status === 'UNCONFIRMED') return null;
        const live = status === 'LIVE';
        return (
          <Button
            variant="default"
            size="xs"
            aria-label={live ? words.hideFor({ title }) : words.showFor({ title })}
            onClick={() => change.mutate({ input: { id, status: live ? 'HIDDEN' : 'LIVE', readAt } })}
          >
            {live ? words.hide : words.show}
          </Button>
        );
      },
    },
  ];
}
