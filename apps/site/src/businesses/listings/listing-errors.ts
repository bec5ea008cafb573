import type { Catalogue } from '@upstander/web-kit';
import type { FormError } from '../../forms/error-summary';
import { listingForm, payIn, payUnits, type ListingField, type ListingValues } from './listing-values';

/**
 * What needs another look, in the order of the form. A draft may leave out what is not known yet, but holds nothing
 * that could not be read again.
 */
export function listingErrors(values: ListingValues, asDraft: boolean, words: Catalogue): FormError[] {
  const t = words.site.business.listingForm.errors;
  const missing = (field: 'description' | 'place' | 'supervisorName') => !asDraft && values[field] === '' && t[field];
  const also = {
    ...payErrors(values, asDraft, words),
    description: missing('description'),
    place: values.remote !== 'yes' && missing('place'),
    supervisorName: missing('supervisorName'),
  };
  return listingForm.errors(values, words, { also });
}

/** A job says what it pays; whoever names an amount says what it is for. */
function payErrors(
  { kind, payMin, payMax, payCurrency, payUnit }: ListingValues,
  asDraft: boolean,
  { site }: Catalogue,
): Partial<Record<ListingField, string | false>> {
  const t = site.business.listingForm.errors;
  const [min, max] = [payIn(payMin, payCurrency), payIn(payMax, payCurrency)];
  const isNeeded = payMax !== '' || (kind === 'JOB' && !asDraft);
  return {
    payMin: payMin === '' ? isNeeded && t.payMin : !min && t.payWrong,
    payMax: payMax !== '' && (!max ? t.payWrong : min !== null && max < min && t.payMax),
    payUnit: payMin !== '' && !payUnits.some((unit) => unit === payUnit) && t.payUnit,
  };
}
