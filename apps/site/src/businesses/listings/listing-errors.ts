import { type Catalogue } from '@upstander/web-kit';
import { isDay } from '../../forms/day';
import type { FormError } from '../../forms/error-summary';
import {
  kinds,
  listingFields,
  longest,
  payIn,
  payUnits,
  type ListingField,
  type ListingValues,
} from './listing-values';

/** The id of the input that an error of a field leads to: of several buttons it is the first. */
const firstOf = (field: ListingField): string =>
  field === 'kind' ? 'JOB' : field === 'idNeeded' || field === 'backgroundCheck' ? `${field}-yes` : field;

/** What stands at each field that the API did not accept. */
export function listingTexts(words: Catalogue): Record<string, FormError> {
  const known: Partial<Record<ListingField, string>> = words.site.business.listingForm.errors;
  const past = { field: 'startsOn', text: words.site.business.listingForm.errors.startsOnPast };
  return Object.fromEntries([
    ...listingFields.map((field) => {
      const text = known[field] ?? tooLong(field, words) ?? words.refusals.BAD_INPUT;
      return [field, { field: firstOf(field), text }] as const;
    }),
    ['startsOn:in-the-past', past] as const,
    ['payMin:other-currency', { field: 'payMin', text: words.site.business.listingForm.errors.payCurrency }] as const,
  ]);
}

/**
 * What needs another look, in the order of the form. A draft may leave out what is not known yet, but holds nothing
 * that could not be read again.
 */
export function listingErrors(values: ListingValues, asDraft: boolean, words: Catalogue): FormError[] {
  const t = words.site.business.listingForm.errors;
  const whole = !asDraft;
  const wrong: Partial<Record<ListingField, string | false>> = {
    kind: !kinds.some((kind) => kind === values.kind) && t.kind,
    title: values.title === '' && t.title,
    description: whole && values.description === '' && t.description,
    ...payErrors(values, asDraft, words),
    hoursPerWeek: !/^([1-9]|[1-7]\d|80)?$/.test(values.hoursPerWeek) && t.hoursPerWeek,
    startsOn: values.startsOn !== '' && !isDay(values.startsOn) && t.startsOn,
    place: whole && values.remote !== 'yes' && values.place === '' && t.place,
    supervisorName: whole && values.supervisorName === '' && t.supervisorName,
    idNeeded: values.idNeeded === '' && t.idNeeded,
    backgroundCheck: values.backgroundCheck === '' && t.backgroundCheck,
  };
  const inOrder = new Set([...(Object.keys(wrong) as ListingField[]), ...listingFields]);
  return [...inOrder].flatMap((field): FormError[] => {
    const most = longest[field];
    const text = wrong[field] || (most !== undefined && values[field].length > most && tooLong(field, words));
    return text ? [{ field: firstOf(field), text }] : [];
  });
}

function tooLong(field: ListingField, { site }: Catalogue): string | undefined {
  const t = site.business.listingForm;
  const most = longest[field];
  return most === undefined ? undefined : t.errors.tooLong({ label: t[field], most });
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
