import type { Catalogue } from '@upstander/web-kit';
import type { FormError } from '../../forms/error-summary';
import { opportunityForm, payIn, payUnits, type OpportunityField, type OpportunityValues } from './opportunity-values';

/**
 * What needs another look, in the order of the form. A draft may leave out what is not known yet, but holds nothing
 * that could not be read again.
 */
export function opportunityErrors(values: OpportunityValues, asDraft: boolean, words: Catalogue): FormError[] {
  const t = words.site.business.opportunityForm.errors;
  const missing = (field: 'description' | 'place' | 'supervisorName') => !asDraft && values[field] === '' && t[field];
  const also = {
    ...payErrors(values, asDraft, words),
    description: missing('description'),
    place: values.remote !== 'yes' && missing('place'),
    supervisorName: missing('supervisorName'),
  };
  return opportunityForm.errors(values, words, { also });
}

/** A job says what it pays; whoever names an amount says what it is for. */
function payErrors(
  { kind, payMin, payMax, payCurrency, payUnit }: OpportunityValues,
  asDraft: boolean,
  { site }: Catalogue,
): Partial<Record<OpportunityField, string | false>> {
  const t = site.business.opportunityForm.errors;
  const [min, max] = [payIn(payMin, payCurrency), payIn(payMax, payCurrency)];
  const isNeeded = payMax !== '' || (kind === 'JOB' && !asDraft);
  return {
    payMin: payMin === '' ? isNeeded && t.payMin : !min && t.payWrong,
    payMax: payMax !== '' && (!max ? t.payWrong : min !== null && max < min && t.payMax),
    payUnit: payMin !== '' && !payUnits.some((unit) => unit === payUnit) && t.payUnit,
  };
}
