import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { listDay } from '../parts/ui/dates';
import { PlusIcon } from '../parts/ui/icons';
import { useChapters } from '../session/chapters';
import { useWords } from '../words/words';
import { seriesListQuery } from './queries';
import { repeatSentence } from './repeat-sentence';
import { repeatOf } from './repeat-values';

export function SeriesList() {
  const { t, labels, words, locale } = useWords('series', 'events');
  const state = useSearchState();
  const { myChapters: mine } = useChapters();
  const sort = state.oneOf('sort', ['TITLE', 'NEWEST']) ?? 'TITLE';
  const status = state.oneOf('status', words.enums.seriesStatus);
  const addButton = (
    <Button component={Link} to="/events/new" leftSection={<PlusIcon />}>
      {t.common.newEvent}
    </Button>
  );
  return (
    <ListPage
      name="series"
      labels={labels}
      back={{ to: '/events', label: labels.backToEvents }}
      buttons={addButton}
      document={seriesListQuery}
      variables={{
        filter: { chapter: state.text('chapter'), text: state.text(), status: status && [status] },
        sort,
      }}
      first={20}
      path="seriesList"
      search={{ label: labels.searchLabel, hint: labels.searchHint }}
      filters={[
        { name: 'status', label: t.common.status, options: words.enums.seriesStatus },
        mine.length > 1 && {
          name: 'chapter',
          label: t.shared.chapter,
          emptyOption: t.common.all,
          options: mine.map(({ slug, name }) => [slug, name] as const),
        },
      ]}
      sort={sort}
      emptyState={{ title: labels.noneTitle, text: labels.noneText, children: addButton }}
      columns={[
        {
          key: 'title',
          header: labels.title,
          linkTo: ({ id }) => `/events/series/${id}`,
          sort: { ascending: ['TITLE', labels.sortTitle], descending: ['NEWEST', labels.sortNewest] },
        },
        {
          key: 'rule',
          header: labels.repeats,
          render: (series) => repeatSentence(labels, locale, repeatOf(series), series.firstLocal.slice(0, 10)),
        },
        { key: 'chapter', header: t.shared.chapter, render: ({ chapter }) => chapter.name },
        {
          key: 'next',
          header: labels.next,
          mobile: 'plain',
          render: ({ nextStartsAt, timeZone }) =>
            nextStartsAt ? (
              <time dateTime={nextStartsAt}>{listDay(locale, nextStartsAt, timeZone)}</time>
            ) : (
              labels.noNext
            ),
        },
        { key: 'upcomingCount', header: labels.dates, mobile: 'plain' },
        { key: 'status', header: t.common.status, badge: 'seriesStatus', mobile: 'corner' },
      ]}
    />
  );
}
