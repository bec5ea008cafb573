import { isCurrency } from '@upstander/money';
import type { FormError } from '../../forms/error-summary';
import { Field } from '../../forms/field';
import { Select } from '../../forms/select';
import { currencyName } from '../../money/currency-name';
import { usePage } from '../../request/page-context';
import { opportunityForm, payUnits, type OpportunityValues } from './opportunity-values';

interface Props {
  values: OpportunityValues;
  errors: readonly FormError[];
  /** Accepted currencies. There is no choice if there is only one. */
  currencies: readonly string[];
}

export function PayFields({ values, errors, currencies }: Props) {
  const { words, locale } = usePage();
  const t = words.site.business.opportunityForm;
  const field = opportunityForm.controls(values, errors);
  // The currency of an existing opportunity stays available even if it's no longer accepted.
  const choice = [...new Set([...currencies, ...(isCurrency(values.payCurrency) ? [values.payCurrency] : [])])];
  return (
    <>
      <p>{t.payHint}</p>
      <div className="two">
        <Field
          {...field('payMin')}
          label={choice.length > 1 ? t.payMin : t.payMinIn({ currency: currencyName(locale, values.payCurrency) })}
          inputMode="decimal"
        />
        <Field {...field('payMax')} label={t.payMax} inputMode="decimal" />
        {choice.length > 1 ? (
          <Select
            {...field('payCurrency')}
            label={t.payCurrency}
            options={choice.map((value) => ({ value, label: `${value}, ${currencyName(locale, value)}` }))}
          />
        ) : (
          <input type="hidden" name="payCurrency" value={values.payCurrency} />
        )}
        <Select
          {...field('payUnit')}
          label={t.payUnit}
          empty={t.payUnitNone}
          options={payUnits.map((value) => ({ value, label: words.enums.payUnit[value] }))}
        />
      </div>
    </>
  );
}
