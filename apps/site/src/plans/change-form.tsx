import { decimalText } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { Tick } from '../forms/tick';
import { isNothing } from '../money/money-format';
import { usePage } from '../request/page-context';
import type { MyPlanData } from './queries';

interface Props {
  plan: MyPlanData;
  typed: { amount: string; cover: boolean } | null;
  errors: readonly FormError[];
  here: string;
}

/** Another amount, from the next payment on. */
export function ChangeForm({ plan, typed, errors, here }: Props) {
  const { words } = usePage();
  const t = words.site.plan;
  const { currency } = plan.intended;
  return (
    <details className="fold panel" open={typed !== null}>
      <summary>{t.change}</summary>
      <p>{t.changeLead}</p>
      <form method="post" action={here} noValidate>
        <Field
          id="amount"
          label={t.amount({ currency })}
          defaultValue={typed?.amount ?? decimalText(plan.intended)}
          error={errors.find(({ field }) => field === 'amount')?.text}
          inputMode="decimal"
          maxLength={20}
        />
        <Tick id="cover" label={t.coverFee} checked={typed?.cover ?? !isNothing(plan.cover)} />
        <button className="button" name="do" value="change">
          {t.save}
        </button>
      </form>
    </details>
  );
}
