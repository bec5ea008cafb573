import { Button } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { Link } from 'react-router';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { BookIcon, PlusIcon } from '../parts/ui/icons';
import { Badge, StatusBadge } from '../parts/ui/status-badge';
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

/** What there is to read, and how it stands: those first that are to be read again first. */
export function ArticleList() {
  const { t, words, locale } = useWords('articles');
  const state = useSearchState();
  const say = t.articles;
  const yes = (name: string) => (state.get(name) === '' ? undefined : true);
  return (
    <ListPage
      name="articles"
      title={say.title}
      lead={say.lead}
      buttons={
        <Button component={Link} to="/articles/new" leftSection={<PlusIcon />}>
          {say.add}
        </Button>
      }
      document={articlesQuery}
      state={state}
      variables={{
        filter: {
          audience: state.one('audience', words.enums.audience),
          status: state.one('status', words.enums.articleStatus),
          waiting: yes('waiting'),
          reviewDue: yes('due'),
          spanishBehind: yes('spanish'),
        },
      }}
      first={30}
      of="manageArticles"
      label={say.list}
      what={say.what}
      filters={[
        { name: 'audience', label: say.audience, names: words.enums.audience },
        { name: 'status', label: say.status, names: words.enums.articleStatus },
        { name: 'waiting', label: say.onlyWaiting, is: 'yes' },
        { name: 'due', label: say.onlyDue, is: 'yes' },
        { name: 'spanish', label: say.onlySpanish, is: 'yes' },
      ]}
      none={{ title: say.noneTitle, text: say.noneText, icon: <BookIcon size={26} /> }}
      noneFound={say}
      columns={[
        {
          key: 'title',
          header: say.name,
          to: ({ id }) => `/articles/${id}`,
          cell: ({ title, titleEs }) => (locale === 'es' && titleEs) || title || say.untitled,
          under: ({ slug }) => say.address({ slug }),
        },
        { key: 'audience', header: say.audience, cell: ({ audience }) => words.enums.audience[audience] },
        {
          key: 'status',
          header: say.status,
          width: '150px',
          cell: ({ status }) => <StatusBadge kind="articleStatus" status={status} />,
          under: ({ version, publishedVersion, versionStatus, scheduledFor, waitsForMe, ...article }) => [
            version !== publishedVersion && words.enums.articleVersionStatus[versionStatus],
            article.withdrawalRequestedAt && say.withdrawalWaits,
            (waitsForMe || article.canConfirmWithdrawal) && say.waitsForYou,
            scheduledFor && <ListTime at={scheduledFor} say={(when) => say.scheduledFor({ when })} />,
          ],
        },
        {
          key: 'language',
          header: say.spanish,
          width: '160px',
          cell: ({ language }) => <StatusBadge kind="articleLanguage" status={language} />,
        },
        {
          key: 'reviewBy',
          header: say.reviewBy,
          under: ({ reviewDue }) => reviewDue && <Badge tone="bad">{say.due}</Badge>,
        },
      ]}
    />
  );
}
