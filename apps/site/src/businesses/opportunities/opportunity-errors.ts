import type { Catalog } from '@upstander/web-kit';
import type { FormError } from '../../forms/error-summary';
import { opportunityForm, payIn, type OpportunityValues } from './opportunity-values';

/** A draft may be incomplete, but must not contain values that can't be read back. */
export function opportunityErrors(values: OpportunityValues, isDraft: boolean, words: Catalog): FormError[] {
  const t = words.site.business.opportunityForm.errors;
  const missingText = (field: 'description' | 'place' | 'supervisorName') =>
    !isDraft && values[field] === '' && t[field];
  const otherErrors = {
    ...payErrors(values, isDraft, words),
    description: missingText('description'),
    place: !values.remote && missingText('place'),
    supervisorName: missingText('supervisorName'),
  };
  return opportunityForm.errors(values, words, { also: otherErrors });
}

/** A job needs an amount, and an amount needs a unit. */
function payErrors(
  { kind, payMin, payMax, payCurrency, payUnit }: OpportunityValues,
  isDraft: boolean,
  { site }: Catalog,
): Partial<Record<keyof OpportunityValues, string | false>> {
  const t = site.business.opportunityForm.errors;
  const [min, max] = [payIn(payMin, payCurrency), payIn(payMax, payCurrency)];
  const isNeeded = payMax !== '' || (kind === 'JOB' && !isDraft);
  return {
    payMin: payMin === '' ? isNeeded && t.payMin : !min && t.payWrong,
    payMax: payMax !== '' && (!max ? t.payWrong : min !== null && max < min && t.payMax),
    payUnit: payMin !== '' && payUnit === '' && t.payUnit,
  };
}
