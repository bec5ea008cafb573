import type { LoaderFunctionArgs } from 'react-router';
import { useLoaderData } from 'react-router';
import { queryApi } from '../api/ask';
import { ButtonLink } from '../frame/button';
import { PageHead } from '../frame/page-head';
import { Empty } from '../lists/empty';
import { FilterBar, MainField } from '../lists/filter-bar';
import { pageOf } from '../lists/page-of';
import { Pager } from '../lists/pager';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { CampaignCard } from './campaign-card';
import { listAddress, readFilter, type ListFilter } from './list-filter';
import { CampaignList } from './queries';

export const handle: Handle = { cached: true, sheet: 'reading' };

const pageSize = 12;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const values = readFilter(query);
  const filter = { ended: values.past, ...(values.text !== '' && { text: values.text }) };
  const page = await pageOf(request, (after) => queryApi(context, CampaignList, { filter, first: pageSize, after }));
  return { ...page, values };
}

export default function Campaigns() {
  const { words } = usePage();
  const { campaigns, values, isFirst, place } = useLoaderData<typeof loader>();
  const t = words.site.campaigns;
  return (
    <div className="wide list">
      <PageHead title={t.title} description={t.lead} />
      <h1>{t.title}</h1>
      <Search values={values} />
      {campaigns.edges.length === 0 ? (
        <Empty
          icon="heart"
          words={values.past ? { ...t, empty: t.emptyPast, emptyHint: undefined } : t}
          unfiltered={values.text === '' ? null : listAddress({ ...values, text: '' })}
        />
      ) : (
        <>
          <p className="count">{t.count({ n: campaigns.totalCount, capped: campaigns.totalIsCapped })}</p>
          <ul className="cards campaign-cards">
            {campaigns.edges.map(({ node }) => (
              <CampaignCard key={node.id} campaign={node} />
            ))}
          </ul>
          <Pager pageInfo={campaigns.pageInfo} place={place} address={(after) => listAddress(values, after)} words={t}>
            {!isFirst && t.atTheEnd}
          </Pager>
        </>
      )}
      <p className="small after-list">{t.lead}</p>
      <aside className="panel invite" aria-labelledby="start-heading">
        <div>
          <h2 id="start-heading">{t.start}</h2>
          <p>{t.startText}</p>
        </div>
        <ButtonLink to="/start-a-fundraiser" label={t.start} arrow />
      </aside>
    </div>
  );
}

function Search({ values }: { values: ListFilter }) {
  const t = usePage().words.site.campaigns;
  return (
    <FilterBar
      action="/fundraisers"
      keptValues={{ past: values.past ? '1' : '' }}
      mainField={
        <MainField id="text" label={t.text} type="search" value={values.text} buttonLabel={t.show} maxLength={100} />
      }
      quickFilters={[{ label: t.past, isActive: values.past, address: listAddress({ ...values, past: !values.past }) }]}
      activeFilters={
        values.text === '' ? [] : [{ label: `“${values.text}”`, address: listAddress({ ...values, text: '' }) }]
      }
      unfiltered="/fundraisers"
    />
  );
}
