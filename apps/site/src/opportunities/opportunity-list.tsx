import type { LoaderFunctionArgs } from 'react-router';
import { useLoaderData } from 'react-router';
import { queryApi } from '../api/ask';
import { PageHead } from '../frame/page-head';
import { Empty } from '../lists/empty';
import { pageOf } from '../lists/page-of';
import { Pager } from '../lists/pager';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { LeaveNote } from '../safety/leave-note';
import { apiFilter, isFiltered, listAddress, readFilter } from './filter';
import { FilterForm } from './filter-form';
import { HideFilters } from './hide-filters';
import { OpportunityCard } from './opportunity-card';
import { OpportunityList } from './queries';

/** Quiet pages are never `cached`, but this list is the same for all visitors. */
export const handle: Handle = { reusable: true, sheet: 'reading' };

const pageSize = 15;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const values = readFilter(query);
  const filter = apiFilter(values);
  const page = await pageOf(request, (after) => queryApi(context, OpportunityList, { filter, first: pageSize, after }));
  return { ...page, values };
}

/** The list contains opportunities that must not be indexed, so search engines must not index the list. */
export default function Opportunities() {
  const { words } = usePage();
  const { opportunities, values, isFirst, place } = useLoaderData<typeof loader>();
  const t = words.site.opportunities;
  return (
    <div className="wide sifted">
      <PageHead title={t.title} isPersonal isPlain />
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <LeaveNote />
      <FilterForm values={values} />
      {opportunities.edges.length === 0 ? (
        <Empty icon="bag" words={t} unfiltered={isFiltered(values) ? '/opportunities' : null} />
      ) : (
        <>
          <HideFilters />
          <p className="count">
            {t.count({ n: opportunities.totalCount, capped: opportunities.totalIsCapped })}
            <span className="left-out"> {t.hidden}</span>
          </p>
          <ul className="cards">
            {opportunities.edges.map(({ node }) => (
              <OpportunityCard key={node.id} offer={node} />
            ))}
          </ul>
          <Pager
            pageInfo={opportunities.pageInfo}
            place={place}
            address={(after) => listAddress(values, after)}
            words={t}
          >
            {!isFirst && t.atTheEnd}
          </Pager>
        </>
      )}
      <aside className="panel invite" aria-labelledby="else-heading">
        <div>
          <h2 id="else-heading">{t.elseHeading}</h2>
          <p>{t.elseText}</p>
        </div>
        <p className="actions">
          <a className="button" href="/talk">
            {t.talk}
          </a>
          <a className="button quiet" href="/reply">
            {t.code}
          </a>
        </p>
      </aside>
    </div>
  );
}
