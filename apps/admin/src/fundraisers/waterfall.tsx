import type { MoneyTrailData } from '@upstander/api-client';
import type { MoneyValue } from '@upstander/web-kit';
import { isZero, Money, negate, shareOf } from '../parts/money/money';
import { calendarDay, formatDateTime } from '../parts/ui/dates';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import classes from './waterfall.module.css';

type Step = 'charged' | 'fees' | 'refunds' | 'disputes' | 'matched' | 'net' | 'disbursed' | 'held';

/** Steps of the chart. Sums start at the left edge; deductions and additions start where the previous step ended. */
const steps: ReadonlyArray<{ step: Step; kind: 'sum' | 'less' | 'more' }> = [
  { step: 'charged', kind: 'sum' },
  { step: 'fees', kind: 'less' },
  { step: 'refunds', kind: 'less' },
  { step: 'disputes', kind: 'less' },
  { step: 'matched', kind: 'more' },
  { step: 'net', kind: 'sum' },
  { step: 'disbursed', kind: 'less' },
  { step: 'held', kind: 'sum' },
];

/** Same chart as on the public page. */
export function Waterfall({ sums }: { sums: MoneyTrailData }) {
  const { t, locale } = useWords('fundraisers');
  const labels = t.fundraisers.waterfall;
  const maxAmount = addMoney(sums.charged, sums.matched);
  return (
    <Section title={labels.title} lead={labels.lead({ when: formatDateTime(locale, sums.asOf) })}>
      <table className={classes.table} aria-label={labels.table}>
        <thead className={classes.head}>
          <tr>
            <th scope="col">{labels.step}</th>
            <th scope="col">{t.common.amount}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ step, kind }) => (
            <tr key={step} data-kind={kind}>
              <th scope="row">
                {labels[step]}
                <Bar sums={sums} step={step} kind={kind} maxAmount={maxAmount} />
              </th>
              <td>
                <Money value={kind === 'less' && !isZero(sums[step]) ? negate(sums[step]) : sums[step]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Proofs disbursements={sums.disbursements} />
    </Section>
  );
}

function Bar({
  sums,
  step,
  kind,
  maxAmount,
}: {
  sums: MoneyTrailData;
  step: Step;
  kind: string;
  maxAmount: MoneyValue;
}) {
  if (isZero(sums[step])) return null;
  const offset = kind === 'sum' ? 0 : shareOf(levelAfter(sums, step), maxAmount);
  const width = shareOf(sums[step], maxAmount);
  const start = kind === 'more' ? offset - width : offset;
  return (
    <span className={classes.track} aria-hidden="true">
      <span
        className={classes.bar}
        data-kind={kind}
        style={{ insetInlineStart: `${Math.max(0, start) * 100}%`, width: `${width * 100}%` }}
      />
    </span>
  );
}

function levelAfter(sums: MoneyTrailData, step: Step): MoneyValue {
  let level = 0n;
  for (const barStep of steps) {
    const amount = BigInt(sums[barStep.step].amountMinor);
    level = barStep.kind === 'sum' ? amount : barStep.kind === 'less' ? level - amount : level + amount;
    if (barStep.step === step) break;
  }
  return { amountMinor: level.toString(), currency: sums.charged.currency };
}

function addMoney(a: MoneyValue, b: MoneyValue): MoneyValue {
  return { amountMinor: (BigInt(a.amountMinor) + BigInt(b.amountMinor)).toString(), currency: a.currency };
}

function Proofs({ disbursements }: { disbursements: MoneyTrailData['disbursements'] }) {
  const { t, locale } = useWords('fundraisers');
  const labels = t.fundraisers.waterfall;
  if (disbursements.length === 0) return <p className={classes.none}>{labels.none}</p>;
  return (
    <>
      <h3 className={classes.subtitle}>{labels.proofs}</h3>
      <ul className={classes.proofs}>
        {disbursements.map(({ id, amount, paidOn, beneficiaryName, evidenceUrl }) => (
          <li key={id}>
            <span>
              <Money value={amount} isStrong /> · {beneficiaryName} · {calendarDay(locale, paidOn)}
            </span>
            {evidenceUrl ? (
              <a href={evidenceUrl}>{t.shared.transferReceipt}</a>
            ) : (
              <span className={classes.none}>{labels.noProof}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
