import { Field } from '../../forms/field';
import { Select } from '../../forms/select';
import { TextArea } from '../../forms/text-area';
import type { FormError } from '../../forms/error-summary';
import { usePage } from '../../request/page-context';
import { businessForm, type BusinessValues, type VettedField } from './business-values';
import { countriesFor } from './countries';

interface Props {
  values: Partial<BusinessValues>;
  errors: readonly FormError[];
}

/** Fields that are vetted: the business, its address and its contact person. */
export function VettedFields({ values, errors }: Props) {
  const { words, locale } = usePage();
  const t = words.site.business.register;
  const begun = businessForm.controls(values, errors);
  const field = (name: VettedField) => ({ ...begun(name), label: t[name], required: true });
  return (
    <>
      <h2>{t.who}</h2>
      <Field {...field('legalName')} hint={t.legalNameHint} autoComplete="organization" />
      <Field {...field('registrationNumber')} hint={t.registrationHint} spellCheck={false} />
      <Field
        {...field('website')}
        hint={t.websiteHint}
        inputMode="url"
        autoComplete="url"
        autoCapitalize="none"
        spellCheck={false}
      />
      <h2>{t.where}</h2>
      <Field {...field('street')} autoComplete="street-address" />
      <div className="two">
        <Field {...field('city')} autoComplete="address-level2" />
        <Field {...field('region')} autoComplete="address-level1" />
        <Field {...field('postalCode')} autoComplete="postal-code" />
        <Select
          {...begun('country')}
          label={t.country}
          autoComplete="country"
          options={countriesFor(locale, values.country ?? '').map(({ code, name }) => ({ value: code, label: name }))}
        />
      </div>
      <h2>{t.supervisor}</h2>
      <p>{t.supervisorLead}</p>
      <Field {...field('supervisorName')} autoComplete="off" />
      <Field {...field('supervisorTitle')} hint={t.supervisorTitleHint} autoComplete="off" />
      <Field {...field('supervisorPhone')} hint={t.supervisorPhoneHint} type="tel" autoComplete="off" />
    </>
  );
}

/** The field that can be changed without a new vetting. */
export function OffersField({ values, errors }: Props) {
  const t = usePage().words.site.business.register;
  return (
    <TextArea {...businessForm.controls(values, errors)('offers')} label={t.offers} hint={t.offersHint} rows={5} />
  );
}
