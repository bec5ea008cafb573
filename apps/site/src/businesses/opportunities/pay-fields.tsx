import { isCurrency } from '@upstander/money';
import type { FormError } from '../../forms/error-summary';
import { Field, FieldError } from '../../forms/field';
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
  const unitError = field('payUnit').error;
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
          <div className="field">
            <label htmlFor="payCurrency">{t.payCurrency}</label>
            <select id="payCurrency" name="payCurrency" defaultValue={values.payCurrency}>
              {choice.map((code) => (
                <option key={code} value={code}>
                  {`${code}, ${currencyName(locale, code)}`}
                </option>
              ))}
            </select>
          </div>
        ) : (
          <input type="hidden" name="payCurrency" value={values.payCurrency} />
        )}
        <div className={unitError === undefined ? 'field' : 'field wrong'}>
          <label htmlFor="payUnit">{t.payUnit}</label>
          <FieldError id="payUnit" error={unitError} />
          <select
            id="payUnit"
            name="payUnit"
            defaultValue={values.payUnit}
            aria-invalid={unitError === undefined ? undefined : true}
            aria-describedby={unitError === undefined ? undefined : 'payUnit-error'}
          >
            <option value="">{t.payUnitNone}</option>
            {payUnits.map((unit) => (
              <option key={unit} value={unit}>
                {words.enums.payUnit[unit]}
              </option>
            ))}
          </select>
        </div>
      </div>
    </>
  );
}
