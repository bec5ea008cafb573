import type { LoaderFunctionArgs } from 'react-router';
import { useLoaderData } from 'react-router';
import { queryApi } from '../api/ask';
import { ButtonLink } from '../frame/button';
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
import { distinctEases } from './eases';
import { OpportunityRow } from './opportunity-row';
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
  const offers = opportunities.edges.map(({ node }) => node);
  const easesById = distinctEases(offers);
  return (
    <div className="wide list sifted">
      <PageHead title={t.title} isPersonal isPlain />
      <h1>{t.title}</h1>
      <LeaveNote />
      <FilterForm values={values} />
      {offers.length === 0 ? (
        <Empty icon="bag" words={t} unfiltered={isFiltered(values) ? '/opportunities' : null} />
      ) : (
        <>
          <div className="count">
            <span>
              {t.count({ n: opportunities.totalCount, capped: opportunities.totalIsCapped })}
              <span className="left-out"> {t.hidden}</span>
            </span>
            <HideFilters />
          </div>
          <p className="small usual">{t.usual}</p>
          <ul className="row-list">
            {offers.map((offer) => (
              <OpportunityRow key={offer.id} offer={offer} eases={easesById.get(offer.id) ?? []} />
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
      <p className="small after-list">{t.lead}</p>
      <aside className="panel invite" aria-labelledby="else-heading">
        <div>
          <h2 id="else-heading">{t.elseHeading}</h2>
          <p>{t.elseText}</p>
        </div>
        <p className="actions">
          <ButtonLink to="/talk" label={t.talk} />
          <ButtonLink to="/reply" label={t.code} look="quiet" />
        </p>
      </aside>
    </div>
  );
}
