import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import type { FoundSchool } from './queries';

/** The first question: which school. A form that asks and a list of answers, each a link to the letter. */
export function FindSchool({ search, found }: { search: string; found: readonly FoundSchool[] }) {
  const t = usePage().words.site.schools;
  return (
    <div className="narrow">
      <PageHead title={t.findTitle} description={t.description} />
      <h1>{t.findTitle}</h1>
      <p className="lead">{t.findLead}</p>
      <form className="panel" method="get" action="/schools/ask" role="search">
        <div className="field">
          <label htmlFor="q">{t.search}</label>
          <p className="hint" id="q-hint">
            {t.searchHint}
          </p>
          <input id="q" name="q" type="search" defaultValue={search} maxLength={100} aria-describedby="q-hint" />
        </div>
        <button className="button" type="submit">
          {t.find}
        </button>
      </form>
      {search !== '' && found.length === 0 && <p role="status">{t.foundNone}</p>}
      {found.length > 0 && (
        <section>
          <h2>{t.found}</h2>
          <ul className="links">
            {found.map(({ id, kind, name, city, districtName, madeUp }) => (
              <li key={id}>
                <a href={`/schools/ask?school=${id}`}>{name}</a>{' '}
                <span className="small">
                  {[city, kind === 'DISTRICT' ? t.district : districtName, madeUp ? t.madeUp : null]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a href="/schools/ask?typed=1">{t.typeIt}</a>
      </p>
    </div>
  );
}
