import type { LoaderFunctionArgs } from 'react-router';
import { useLoaderData } from 'react-router';
import { ApiRefusal, ask } from '../api/ask';
import { Icon } from '../frame/icons';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import { EventCard } from './event-card';
import { apiFilter, isFiltered, listAddress, readFilter } from './filter';
import { FilterForm } from './filter-form';
import { EventsPage } from './queries';

const pageSize = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const values = readFilter(query);
  const after = query.get('after');
  const badDates = values.from !== '' && values.to !== '' && values.to < values.from;
  const filter = apiFilter(badDates ? { ...values, to: '' } : values);
  const page = (cursor: string | null) => ask(context, EventsPage, { filter, first: pageSize, after: cursor });
  // A cursor that was cut or is of another list means the first page, not an error page.
  const answer = await page(after).catch((error: unknown) => {
    if (after === null || !(error instanceof ApiRefusal)) throw error;
    return page(null);
  });
  return { ...answer, values, badDates, isFirst: after === null };
}

export default function EventList() {
  const { words } = usePage();
  const { events, chapters, values, badDates, isFirst } = useLoaderData<typeof loader>();
  const t = words.site.events;
  const filtered = isFiltered(values);
  const next = events.pageInfo.hasNextPage ? events.pageInfo.endCursor : null;
  return (
    <div className="wide">
      <PageHead title={t.title} description={t.lead} />
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <FilterForm values={values} chapters={chapters} />
      {badDates && (
        <p className="note amber" role="status">
          {t.badDates}
        </p>
      )}
      {events.edges.length === 0 ? (
        <div className="empty">
          <Icon name="calendar" />
          <h2>{filtered ? t.emptyFiltered : t.empty}</h2>
          <p>{filtered ? t.emptyFilteredHint : t.emptyHint}</p>
          {filtered && (
            <a className="button quiet" href="/events">
              {t.clear}
            </a>
          )}
        </div>
      ) : (
        <>
          <p className="count">{t.count(events.totalCount, events.totalIsCapped)}</p>
          <ul className="cards">
            {events.edges.map(({ node }) => (
              <EventCard key={node.id} event={node} />
            ))}
          </ul>
          <p className="pager">
            {!isFirst && (
              <a className="button quiet" href={listAddress(values)}>
                <Icon name="back" />
                {t.fromStart}
              </a>
            )}
            {next !== null && (
              <a className="button quiet" href={listAddress(values, next)} rel="next">
                {t.more}
                <Icon name="arrow" />
              </a>
            )}
            {next === null && <span className="small">{t.atTheEnd}</span>}
          </p>
        </>
      )}
    </div>
  );
}
