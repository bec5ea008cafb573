import { moneyText } from '@upstander/web-kit';
import { ownFile } from '../frame/own-file';
import { RowTable } from '../frame/row-table';
import { usePage } from '../request/page-context';
import type { MyGivingData } from './queries';

export function StatementTable({ years }: { years: MyGivingData['years'] }) {
  const { words, locale } = usePage();
  const t = words.site.giving;
  return (
    <section aria-labelledby="years-heading">
      <h2 id="years-heading">{t.years}</h2>
      <p>{t.yearsLead}</p>
      <RowTable
        columns={[t.year, t.count, t.statement, t.total]}
        rows={years.map(({ year, count, total, statementUrl }) => ({
          key: `${year}${total.currency}`,
          cells: [
            year,
            count,
            <a key="statement" href={ownFile(statementUrl)}>
              {t.statementOf({ year: String(year) })}
            </a>,
            moneyText(locale, total),
          ],
        }))}
      />
    </section>
  );
}
