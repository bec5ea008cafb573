import type { LoaderFunctionArgs } from 'react-router';
import { useLoaderData } from 'react-router';
import { ApiRefusal, ask } from '../api/ask';
import { Icon } from '../frame/icons';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import { LeaveNote } from '../safety/leave-note';
import { apiFilter, isFiltered, listAddress, readFilter } from './filter';
import { FilterForm } from './filter-form';
import { Hiding } from './hiding';
import { OpportunityCard } from './opportunity-card';
import { OpportunityList } from './queries';

const pageSize = 15;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const values = readFilter(query);
  const after = query.get('after');
  const filter = apiFilter(values);
  const page = (cursor: string | null) => ask(context, OpportunityList, { filter, first: pageSize, after: cursor });
  // A cursor that was cut or is of another list means the first page, not an error page.
  const { opportunities } = await page(after).catch((error: unknown) => {
    if (after === null || !(error instanceof ApiRefusal)) throw error;
    return page(null);
  });
  return { opportunities, values, isFirst: after === null };
}

/** Also those offers stand here that are for no search engine, so none keeps the list. */
export default function Opportunities() {
  const { words } = usePage();
  const { opportunities, values, isFirst } = useLoaderData<typeof loader>();
  const t = words.site.opportunities;
  const next = opportunities.pageInfo.hasNextPage ? opportunities.pageInfo.endCursor : null;
  const filtered = isFiltered(values);
  return (
    <div className="wide sifted">
      <PageHead title={t.title} personal plain />
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <LeaveNote />
      <FilterForm values={values} />
      {opportunities.edges.length === 0 ? (
        <div className="empty">
          <Icon name="bag" />
          <h2>{filtered ? t.emptyFiltered : t.empty}</h2>
          <p>{filtered ? t.emptyFilteredHint : t.emptyHint}</p>
          {filtered && (
            <a className="button quiet" href="/opportunities">
              {t.clear}
            </a>
          )}
        </div>
      ) : (
        <>
          <Hiding />
          <p className="count">
            {t.count(opportunities.totalCount, opportunities.totalIsCapped)}
            <span className="left-out"> {t.hidden}</span>
          </p>
          <ul className="cards">
            {opportunities.edges.map(({ node }) => (
              <OpportunityCard key={node.id} offer={node} />
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
            {next === null && !isFirst && <span className="small">{t.atTheEnd}</span>}
          </p>
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
