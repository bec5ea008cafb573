import type { FormError } from '../../forms/error-summary';
import { Field, FieldError } from '../../forms/field';
import { usePage } from '../../request/page-context';
import { payUnits, type ListingValues } from './listing-values';

/** What is paid, from and to, and for what. */
export function PayFields({ values, errors }: { values: ListingValues; errors: readonly FormError[] }) {
  const { words } = usePage();
  const t = words.site.business.listingForm;
  const errorOf = (id: string): string | undefined => errors.find(({ field }) => field === id)?.text;
  const unitError = errorOf('payUnit');
  return (
    <>
      <p>{t.payHint}</p>
      <div className="two">
        <Field
          id="payMin"
          label={t.payMin}
          defaultValue={values.payMin}
          error={errorOf('payMin')}
          inputMode="decimal"
          maxLength={20}
        />
        <Field
          id="payMax"
          label={t.payMax}
          defaultValue={values.payMax}
          error={errorOf('payMax')}
          inputMode="decimal"
          maxLength={20}
        />
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
