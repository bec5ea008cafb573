import type { LoaderFunctionArgs } from 'react-router';
import { useLoaderData } from 'react-router';
import { queryApi } from '../api/ask';
import { PageHead } from '../frame/page-head';
import { Empty } from '../lists/empty';
import { pageOf } from '../lists/page-of';
import { Pager } from '../lists/pager';
import { usePage } from '../request/page-context';
import { LeaveNote } from '../safety/leave-note';
import { toServiceFilterInput, isFiltered, listAddress, readFilter } from './filter';
import { FilterForm } from './filter-form';
import { ServiceList } from './queries';
import { ServicesByDistance } from './services-by-distance';

const pageSize = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const values = readFilter(new URL(request.url).searchParams);
  const variables = toServiceFilterInput(values);
  const page = await pageOf(request, (after) =>
    queryApi(context, ServiceList, { ...variables, first: pageSize, after }),
  );
  return { ...page, values };
}

/** There are no ratings; verification is what counts. */
export default function Services() {
  const { words } = usePage();
  const { services, values, place } = useLoaderData<typeof loader>();
  const t = words.site.services;
  return (
    <div className="wide list">
      <PageHead title={t.title} description={t.lead} isPlain />
      <h1>{t.title}</h1>
      <LeaveNote />
      <FilterForm values={values} unknownPostcode={services.postcodeKnown === false} />
      <p className="count">
        {services.edges.length > 0 && (
          <span>{t.count({ n: services.totalCount, capped: services.totalIsCapped })}</span>
        )}
        <a href="/help/find">{t.toFinder}</a>
      </p>
      {services.edges.length === 0 ? (
        <Empty icon="place" words={t} unfiltered={isFiltered(values) ? '/help/services' : null} />
      ) : (
        <>
          <ServicesByDistance services={services.edges.map(({ node }) => node)} noneNearbyText={t.noneNear} />
          <Pager pageInfo={services.pageInfo} place={place} address={(after) => listAddress(values, after)} words={t} />
        </>
      )}
      <p className="small after-list">{t.lead}</p>
    </div>
  );
}
