import { decimalText } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { Tick } from '../forms/tick';
import { SubmitButton } from '../frame/button';
import { isZeroAmount } from '../money/money-format';
import { usePage } from '../request/page-context';
import type { MyRecurringGiftData } from './queries';

interface Props {
  recurringGift: MyRecurringGiftData;
  submittedValues: { amount: string; cover: boolean } | null;
  errors: readonly FormError[];
  currentPath: string;
}

export function ChangeForm({ recurringGift, submittedValues, errors, currentPath }: Props) {
  const { words } = usePage();
  const t = words.site.recurringGift;
  const { currency } = recurringGift.intended;
  return (
    <details className="fold panel" open={submittedValues !== null}>
      <summary>{t.change}</summary>
      <p>{t.changeLead}</p>
      <form method="post" action={currentPath} noValidate>
        <Field
          id="amount"
          label={t.amount({ currency })}
          defaultValue={submittedValues?.amount ?? decimalText(recurringGift.intended)}
          error={errors.find(({ field }) => field === 'amount')?.text}
          inputMode="decimal"
          maxLength={20}
        />
        <Tick id="cover" label={t.coverFee} checked={submittedValues?.cover ?? !isZeroAmount(recurringGift.cover)} />
        <SubmitButton action="change" label={t.save} />
      </form>
    </details>
  );
}
