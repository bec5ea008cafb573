import { addressLines, intlTag, phoneText, shortDate } from '@upstander/web-kit';
import { usePage } from '../../request/page-context';
import type { MyBusinessData } from '../queries';

export function BusinessFacts({ mine }: { mine: MyBusinessData }) {
  const { words, locale } = usePage();
  const t = words.site.business.register;
  const facts: [string, string][] = [
    [t.legalName, mine.legalName],
    [t.registrationNumber, mine.registrationNumber],
    [t.where, addressLines(intlTag(locale), mine).join(', ')],
    [t.website, mine.website],
    [t.supervisor, `${mine.supervisorName}, ${mine.supervisorTitle}, ${phoneText(mine.supervisorPhone)}`],
    [t.offer, mine.offers],
  ];
  const mayEdit = !mine.frozen && mine.status !== 'REFUSED' && mine.status !== 'SUSPENDED';
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts">{words.site.business.status.facts}</h2>
      <dl className="business-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="as-written">{value}</dd>
          </div>
        ))}
      </dl>
      {mayEdit && (
        <p className="actions">
          <a className="button quiet" href={`/business/${mine.id}/edit`}>
            {words.site.business.status.edit}
          </a>
        </p>
      )}
    </section>
  );
}

export function BusinessHistory({ mine }: { mine: MyBusinessData }) {
  const { words, locale, timeZone } = usePage();
  const t = words.site.business.status;
  const known: Partial<Record<string, string>> = t.changes;
  return (
    <details className="fold panel">
      <summary>{t.history}</summary>
      <ul className="history">
        {mine.history.map(({ at, kind, note }, index) => (
          <li key={index}>
            <span>
              {known[kind] ?? t.change}
              {note !== '' && <span className="small as-written"> {note}</span>}
            </span>
            <span className="figure small">{shortDate(locale, new Date(at), timeZone)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
