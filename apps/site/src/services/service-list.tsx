import { languageName } from '@upstander/web-kit';
import type { LoaderFunctionArgs } from 'react-router';
import { useLoaderData } from 'react-router';
import { queryApi } from '../api/ask';
import { PageHead } from '../frame/page-head';
import { Empty } from '../lists/empty';
import { pageOf } from '../lists/page-of';
import { Pager } from '../lists/pager';
import { usePage } from '../request/page-context';
import { LeaveNote } from '../safety/leave-note';
import {
  toServiceFilterInput,
  distances,
  isFiltered,
  listAddress,
  needs,
  readFilter,
  filterLanguages,
  type ServiceFilterValues,
} from './filter';
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
    <div className="wide">
      <PageHead title={t.title} description={t.lead} isPlain />
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <LeaveNote />
      <p>
        <a href="/help/find">{t.toFinder}</a>
      </p>
      <FilterForm values={values} />
      {services.postcodeKnown === false && <p className="note amber">{t.postcodeUnknown}</p>}
      {services.edges.length === 0 ? (
        <Empty icon="place" words={t} unfiltered={isFiltered(values) ? '/help/services' : null} />
      ) : (
        <>
          <p className="count">{t.count({ n: services.totalCount, capped: services.totalIsCapped })}</p>
          <ServicesByDistance services={services.edges.map(({ node }) => node)} noneNearbyText={t.noneNear} />
          <Pager pageInfo={services.pageInfo} place={place} address={(after) => listAddress(values, after)} words={t} />
        </>
      )}
    </div>
  );
}

/** A GET form. The page is quiet, so its address is not passed on. */
function FilterForm({ values }: { values: ServiceFilterValues }) {
  const { words, locale } = usePage();
  const t = words.site.services;
  return (
    <form className="filter" method="get" action="/help/services" role="search" autoComplete="off">
      <div className="filter-row">
        <label className="field grow">
          <span>{t.need}</span>
          <select name="need" defaultValue={values.need}>
            <option value="">{t.anyNeed}</option>
            {needs.map((need) => (
              <option key={need} value={need}>
                {words.enums.serviceNeed[need]}
              </option>
            ))}
          </select>
        </label>
        <label className="field zip">
          <span>{t.postcode}</span>
          <input name="postcode" defaultValue={values.postcode} inputMode="numeric" maxLength={10} autoComplete="off" />
        </label>
        <label className="field miles">
          <span>{t.distance}</span>
          <select name="miles" defaultValue={values.miles}>
            {distances.map((miles) => (
              <option key={miles} value={miles}>
                {t.within({ n: Number(miles) })}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="filter-row">
        <label className="field grow">
          <span>{t.language}</span>
          <select name="language" defaultValue={values.language}>
            <option value="">{t.anyLanguage}</option>
            {filterLanguages.map((code) => (
              <option key={code} value={code}>
                {languageName(locale, code)}
              </option>
            ))}
          </select>
        </label>
        <label className="field grow">
          <span>{t.text}</span>
          <input type="search" name="text" defaultValue={values.text} maxLength={100} />
        </label>
        <button className="button" type="submit">
          {t.show}
        </button>
      </div>
      {isFiltered(values) && (
        <a className="clear" href="/help/services">
          {t.clear}
        </a>
      )}
    </form>
  );
}
