import { dayAndTime, moneyText, zoneName, type MoneyValue } from '@upstander/web-kit';
import { ownPath } from '../frame/own-path';
import { RowTable } from '../frame/row-table';
import { calendarDay, isZeroAmount } from '../money/money-format';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import type { MoneyTrailData } from '@upstander/api-client';

interface Props {
  trail: MoneyTrailData;
  beneficiary: string;
  timeZone: string;
}

/** Each line is a signed sum over the ledger, so the lines add up. */
export function MoneyTrail({ trail: { asOf, ...trail }, beneficiary, timeZone }: Props) {
  const { locale } = usePage();
  const at = new Date(asOf);
  const dateTime = `${dayAndTime(locale, at, timeZone)} (${zoneName(locale, timeZone, at)})`;
  return <TrailTable trail={trail} beneficiary={beneficiary} dateTime={dateTime} />;
}

interface TrailProps {
  trail: Omit<MoneyTrailData, 'asOf'>;
  beneficiary: string;
  dateTime: string;
}

const TrailTable = cacheMarkup(function TrailTable({ trail, beneficiary, dateTime }: TrailProps) {
  const { words } = usePage();
  const t = words.site.moneyTrail;
  return (
    <section id="money" className="trail" tabIndex={-1} aria-labelledby="money-heading">
      <h2 id="money-heading">{t.title}</h2>
      <p>{t.lead}</p>
      <table className="sums">
        <thead className="hidden">
          <tr>
            <th scope="col">{t.line}</th>
            <th scope="col">{t.amount}</th>
          </tr>
        </thead>
        <tbody>
          <Line label={t.charged} money={trail.charged} />
          <Line label={t.fees} money={trail.fees} isNegative />
          {!isZeroAmount(trail.refunds) && <Line label={t.refunds} money={trail.refunds} isNegative />}
          {!isZeroAmount(trail.disputes) && <Line label={t.disputes} money={trail.disputes} isNegative />}
          {!isZeroAmount(trail.matched) && <Line label={t.matched} money={trail.matched} isPositive />}
          <Line label={t.net} money={trail.net} isTotal />
          <Line label={t.disbursed({ name: beneficiary })} money={trail.disbursed} isNegative />
          <Line label={t.held} money={trail.held} isTotal />
        </tbody>
      </table>
      <p className="small">{t.asOf({ when: dateTime })}</p>
      <h3>{t.disbursements}</h3>
      {trail.disbursements.length === 0 ? <p>{t.none}</p> : <Disbursements trail={trail} />}
    </section>
  );
});

function Line({ label, money, isNegative, isPositive, isTotal }: LineProps) {
  const { locale } = usePage();
  const sign = isZeroAmount(money) ? '' : isNegative ? '−' : isPositive ? '+' : '';
  return (
    <tr className={isTotal ? 'sum' : undefined}>
      <th scope="row">{label}</th>
      <td>
        {sign}
        {moneyText(locale, money)}
      </td>
    </tr>
  );
}

interface LineProps {
  label: string;
  money: MoneyValue;
  isNegative?: boolean;
  isPositive?: boolean;
  isTotal?: boolean;
}

function Disbursements({ trail }: Pick<TrailProps, 'trail'>) {
  const { words, locale } = usePage();
  const t = words.site.moneyTrail;
  const rows = trail.disbursements.map(({ id, amount, paidOn, beneficiaryName, evidenceUrl }) => {
    const proof = ownPath(evidenceUrl);
    const total = moneyText(locale, amount);
    const day = calendarDay(locale, paidOn);
    const link =
      proof === undefined ? (
        t.noProof
      ) : (
        <a href={proof} aria-label={t.proofOf({ amount: total, date: day })}>
          {t.seeProof}
        </a>
      );
    return { key: id, cells: [day, beneficiaryName, link, total] };
  });
  return <RowTable columns={[t.paidOn, t.to, t.proof, t.amount]} rows={rows} />;
}
