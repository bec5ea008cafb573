import { moneyText } from '@upstander/web-kit';
import { ownFile } from '../frame/own-file';
import { usePage } from '../request/page-context';
import type { MyGivingData } from './queries';

/** One statement for each year, for the tax return. */
export function StatementTable({ years }: { years: MyGivingData['years'] }) {
  const { words, locale } = usePage();
  const t = words.site.giving;
  return (
    <section aria-labelledby="years-heading">
      <h2 id="years-heading">{t.years}</h2>
      <p>{t.yearsLead}</p>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t.year}</th>
            <th scope="col">{t.count}</th>
            <th scope="col">{t.statement}</th>
            <th scope="col" className="figure">
              {t.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, count, total, statementUrl }) => (
            <tr key={`${year}${total.currency}`}>
              <td data-label={t.year}>{year}</td>
              <td data-label={t.count}>{count}</td>
              <td data-label={t.statement}>
                <a href={ownFile(statementUrl)}>{t.statementOf(year)}</a>
              </td>
              <td data-label={t.total} className="figure">
                {moneyText(locale, total)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
