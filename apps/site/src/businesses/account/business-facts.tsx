import { addressLines, intlTag, phoneText, shortDate } from '@upstander/web-kit';
import { ButtonLink } from '../../frame/button';
import { usePage } from '../../request/page-context';
import type { MyBusinessData } from '../queries';

export function BusinessFacts({ business }: { business: MyBusinessData }) {
  const { words, locale } = usePage();
  const t = words.site.business.register;
  const facts: [string, string][] = [
    [t.legalName, business.legalName],
    [t.registrationNumber, business.registrationNumber],
    [t.where, addressLines(intlTag(locale), business).join(', ')],
    [t.website, business.website],
    [t.supervisor, `${business.supervisorName}, ${business.supervisorTitle}, ${phoneText(business.supervisorPhone)}`],
    [t.offer, business.offers],
  ];
  const mayEdit = !business.frozen && business.status !== 'REFUSED' && business.status !== 'SUSPENDED';
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
          <ButtonLink to={`/business/${business.id}/edit`} label={words.site.business.status.edit} look="quiet" />
        </p>
      )}
    </section>
  );
}

export function BusinessHistory({ business }: { business: MyBusinessData }) {
  const { words, locale, timeZone } = usePage();
  const t = words.site.business.status;
  const changeNames: Partial<Record<string, string>> = t.changes;
  return (
    <details className="fold panel">
      <summary>{t.history}</summary>
      <ul className="history">
        {business.history.map(({ at, kind, note }, index) => (
          <li key={index}>
            <span>
              {changeNames[kind] ?? t.change}
              {note !== '' && <span className="small as-written"> {note}</span>}
            </span>
            <span className="figure small">{shortDate(locale, new Date(at), timeZone)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
