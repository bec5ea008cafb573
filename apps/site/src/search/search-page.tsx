import { ApiRefusal, type ResultOf } from '@upstander/api-client';
import { footerHelpLines, refusalText, type Catalog } from '@upstander/web-kit';
import { data, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { ErrorSummary, type FormError } from '../forms/error-summary';
import { CallLink, EmergencyCall } from '../frame/help';
import { PageHead } from '../frame/page-head';
import { Empty } from '../lists/empty';
import { pageOf } from '../lists/page-of';
import { Pager } from '../lists/pager';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { LeaveNote } from '../safety/leave-note';
import { SearchPages, type SearchKind } from './queries';
import { SearchResult } from './search-result';
import { SearchTabs } from './search-tabs';
import { kinds, searchAddress } from './search-address';
import { IfPage } from '../request/features';

export const handle: Handle = { sheet: 'reading' };

const longest = 100;
const pageSize = 20;

/** A GET form, so that Back and bookmarks work. The page is quiet, so the search text is not passed on. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const text = (query.get('text') ?? '').replace(/\p{Cc}/gu, ' ').trim();
  const kind: SearchKind | null = kinds.find((candidate) => candidate === query.get('kind')) ?? null;
  const params = { text: text.slice(0, longest), kind };
  // An empty search makes no query, but empty fields are still removed from the address.
  const loadPage = async (after: string | null) => {
    if (text === '') return { search: null };
    const locale = localeOf(request) === 'es' ? 'ES' : 'EN';
    return queryApi(context, SearchPages, { text, kinds: kind && [kind], locale, first: pageSize, after });
  };
  try {
    return { ...(await pageOf<Found>(request, loadPage)), ...params, problem: null };
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    const problem = error.fields['text'] ?? error.code;
    const emptyResult = { search: null, place: { after: null, passed: [] }, ...params, problem };
    return data(emptyResult, error.code === 'TOO_MANY_TRIES' ? 429 : 422);
  }
}

interface Found {
  search: ResultOf<typeof SearchPages>['search'] | null;
}

export default function SearchPage() {
  const { words } = usePage();
  const { search, text, kind, problem, place } = useLoaderData<typeof loader>();
  const t = words.site.search;
  const errors: FormError[] = problem === null ? [] : [{ field: 'text', text: problemText(words, problem) }];
  return (
    <div className="narrow">
      <PageHead title={t.title} errors={errors} isPlain isPersonal />
      <h1>{t.title}</h1>
      <ErrorSummary errors={errors} />
      <form className="filter" method="get" action="/search" role="search" autoComplete="off">
        <div className="filter-row">
          <label className="field grow">
            <span>{t.label}</span>
            <input
              type="search"
              id="text"
              name="text"
              defaultValue={text}
              maxLength={longest}
              autoComplete="off"
              enterKeyHint="search"
              aria-describedby="search-kept"
            />
          </label>
          <button className="button">{t.submit}</button>
        </div>
        <p className="hint" id="search-kept">
          {t.kept}
        </p>
      </form>
      <LeaveNote />
      <Help />
      {search !== null && (
        <section aria-label={t.results}>
          {search.counts.length > 0 && <SearchTabs text={text} kind={kind} counts={search.counts} />}
          {search.similar && <p className="note amber">{t.similar}</p>}
          {search.edges.length === 0 ? (
            <Empty
              icon="search"
              words={t}
              unfiltered={kind && search.counts.length > 0 ? searchAddress(text, null) : null}
            />
          ) : (
            <>
              <p className="count" role="status">
                {t.count({ n: search.totalCount, capped: search.totalIsCapped })}
              </p>
              <ul className="signup-list">
                {search.edges.map(({ node }) => (
                  <SearchResult key={node.kind + node.id} result={node} />
                ))}
              </ul>
              <Pager
                {...{ pageInfo: search.pageInfo, place, words: t }}
                address={(after) => searchAddress(text, kind, after)}
              />
            </>
          )}
        </section>
      )}
    </div>
  );
}

function problemText(words: Catalog, problem: string): string {
  const t = words.site.search;
  if (problem === 'too-short' || problem === 'required') return t.tooShort;
  if (problem === 'too-long') return t.tooLong({ most: longest });
  return problem === 'not-text' ? t.notText : refusalText(words, problem);
}

/** Shown above the results, because someone in danger may search first. */
function Help() {
  const { words, helpLines } = usePage();
  const { first: line, emergency } = footerHelpLines(helpLines);
  return (
    <p className="note search-help" id="help">
      {words.site.search.help}
      {line && <CallLink line={line} />}
      {emergency && <EmergencyCall line={emergency} />}
      <span>
        <a href="/help/find">{words.site.find.title}</a>
      </span>
      <IfPage path="/talk">
        <span>
          <a href="/talk">{words.site.search.talk}</a>
        </span>
      </IfPage>
      <span>
        <a href="/help">{words.frame.allHelp}</a>
      </span>
    </p>
  );
}
