import type { ReactNode } from 'react';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import type { FoundSchool } from './queries';

interface Props {
  /** Path of the form and the results. */
  to: string;
  title: string;
  description: string;
  lead: string;
  /** Heading of the search, if it differs from the page title. */
  question?: string;
  search: string;
  schools: readonly FoundSchool[];
  /** Shown above the search until someone searches. */
  children?: ReactNode;
}

/** Each result links to the next step. */
export function FindSchool({ to, title, description, lead, question, search, schools, children }: Props) {
  const t = usePage().words.site.schools;
  return (
    <div className="narrow">
      <PageHead title={title} description={description} />
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      {search === '' && children}
      {question !== undefined && <h2>{question}</h2>}
      <form className="panel" method="get" action={to} role="search">
        <div className="field">
          <label htmlFor="q">{t.search}</label>
          <p className="hint" id="q-hint">
            {t.searchHint}
          </p>
          <input id="q" name="q" type="search" defaultValue={search} maxLength={100} aria-describedby="q-hint" />
        </div>
        <button className="button">{t.find}</button>
      </form>
      {search !== '' && schools.length === 0 && <p role="status">{t.foundNone}</p>}
      {schools.length > 0 && (
        <section>
          <h2>{t.found}</h2>
          <ul className="links">
            {schools.map(({ id, kind, name, city, districtName, isFictional }) => (
              <li key={id}>
                <a href={`${to}?school=${id}`}>{name}</a>{' '}
                <span className="small">
                  {[city, kind === 'DISTRICT' ? t.district : districtName, isFictional ? t.isFictional : null]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a href={`${to}?typed=1`}>{t.typeIt}</a>
      </p>
    </div>
  );
}
