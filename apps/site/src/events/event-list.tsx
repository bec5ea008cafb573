import type { LoaderFunctionArgs } from 'react-router';
import { useLoaderData } from 'react-router';
import { queryApi } from '../api/ask';
import { PageHead } from '../frame/page-head';
import { Empty } from '../lists/empty';
import { pageOf } from '../lists/page-of';
import { Pager } from '../lists/pager';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { DayGroups } from './day-groups';
import { apiFilter, isFiltered, listAddress, nearOf, readFilter } from './filter';
import { FilterForm } from './filter-form';
import { EventsPage } from './queries';

export const handle: Handle = { cached: true, sheet: 'reading' };

const pageSize = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const values = readFilter(query);
  const hasInvalidDates = values.from !== '' && values.to !== '' && values.to < values.from;
  const filter = apiFilter(hasInvalidDates ? { ...values, to: '' } : values);
  const page = await pageOf(request, (after) =>
    queryApi(context, EventsPage, { filter, near: nearOf(values), first: pageSize, after }),
  );
  return { ...page, values, hasInvalidDates };
}

export default function EventList() {
  const { words, locale } = usePage();
  const { events, chapters, values, hasInvalidDates, place } = useLoaderData<typeof loader>();
  const t = words.site.events;
  return (
    <div className="wide">
      <PageHead title={t.title} description={t.lead} />
      <link rel="alternate" type="application/atom+xml" title={t.title} href={`/feeds/events.${locale}.atom`} />
      <h1>{t.title}</h1>
      <p className="lead">
        {t.lead} <a href="/shifts">{t.findShift}</a>
      </p>
      <FilterForm
        values={values}
        chapters={chapters}
        hasInvalidDates={hasInvalidDates}
        unknownPostcode={events.postcodeKnown === false}
      />
      {events.edges.length === 0 ? (
        <Empty icon="calendar" words={t} unfiltered={isFiltered(values) ? '/events' : null} />
      ) : (
        <>
          <p className="count">{t.count({ n: events.totalCount, capped: events.totalIsCapped })}</p>
          <DayGroups events={events.edges.map(({ node }) => node)} />
          <Pager pageInfo={events.pageInfo} place={place} address={(after) => listAddress(values, after)} words={t}>
            {t.atTheEnd}
          </Pager>
        </>
      )}
    </div>
  );
}
