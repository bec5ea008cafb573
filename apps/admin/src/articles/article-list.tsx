import { Button } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { Link } from 'react-router';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { BookIcon, PlusIcon } from '../parts/ui/icons';
import { Badge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { articleRow } from './queries';

const articlesQuery = graphql(
  `
    query ManageArticles($filter: ManageArticlesFilter, $first: Int, $after: String) {
      manageArticles(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...ArticleRow
            titleEs
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
  [articleRow],
);

export function ArticleList() {
  const { t, labels, words, locale } = useWords('articles');
  const state = useSearchState();
  const yes = (name: string) => (state.get(name) === '' ? undefined : true);
  return (
    <ListPage
      name="articles"
      labels={labels}
      buttons={
        <Button component={Link} to="/articles/new" leftSection={<PlusIcon />}>
          {labels.add}
        </Button>
      }
      document={articlesQuery}
      variables={{
        filter: {
          audience: state.oneOf('audience', words.enums.audience),
          status: state.oneOf('status', words.enums.articleStatus),
          waiting: yes('waiting'),
          reviewDue: yes('due'),
          spanishOutdated: yes('spanish'),
        },
      }}
      first={30}
      path="manageArticles"
      filters={[
        { name: 'audience', label: labels.audience, options: words.enums.audience },
        { name: 'status', label: t.common.status, options: words.enums.articleStatus },
        { name: 'waiting', label: labels.onlyWaiting, type: 'yes' },
        { name: 'due', label: t.articles.due, type: 'yes' },
        { name: 'spanish', label: labels.onlySpanish, type: 'yes' },
      ]}
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <BookIcon size={26} /> }}
      columns={[
        {
          key: 'title',
          header: labels.name,
          linkTo: ({ id }) => `/articles/${id}`,
          render: ({ title, titleEs }) => (locale === 'es' && titleEs) || title || labels.untitled,
          secondary: ({ slug }) => labels.address({ slug }),
        },
        { key: 'audience', header: labels.audience, render: ({ audience }) => words.enums.audience[audience] },
        {
          key: 'status',
          header: t.common.status,
          badge: 'articleStatus',
          secondary: ({ version, publishedVersion, versionStatus, scheduledFor, awaitsMyApproval, ...article }) => [
            version !== publishedVersion && words.enums.articleVersionStatus[versionStatus],
            article.withdrawalRequestedAt && labels.withdrawalWaits,
            (awaitsMyApproval || article.canConfirmWithdrawal) && labels.waitsForYou,
            scheduledFor && <ListTime at={scheduledFor} wrap={(when) => labels.scheduledFor({ when })} />,
          ],
        },
        { key: 'language', header: t.common.spanish, badge: 'articleLanguage' },
        {
          key: 'reviewBy',
          header: labels.reviewBy,
          secondary: ({ reviewDue }) => reviewDue && <Badge tone="bad">{labels.due}</Badge>,
        },
      ]}
    />
  );
}
