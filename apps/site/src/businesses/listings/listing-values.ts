import { isCurrency } from '@upstander/money';
import { limits, decimalText, parseMoney, type Locale } from '@upstander/web-kit';
import { longText, shortText } from '../../forms/typed';
import type { OpportunityInput, OwnListing } from './queries';

/** The texts of a listing and how long each may be, as the model says it. */
const { hoursPerWeek: _, languages: __, statusReason: ___, ...texts } = limits.Listing;
const textFields = Object.keys(texts) as Array<keyof typeof texts>;
const yesOrNo = [...(['nightWork', 'remote', 'idNeeded', 'backgroundCheck', 'childcareHours', 'wantsPublic'] as const)];
export const listingFields = [
  'kind' as const,
  ...textFields,
  ...(['language', 'payMin', 'payMax', 'payCurrency', 'payUnit', 'hoursPerWeek', 'startsOn'] as const),
  ...yesOrNo,
  'trainingPaid' as const,
];
export type ListingField = (typeof listingFields)[number];

/** The form exactly as typed; a question is 'yes', 'no', or empty while nobody answered it. */
export type ListingValues = Record<ListingField, string> & { languages: string[] };

/** How long a text may be; numbers and days have no length. */
export const longest: Partial<Record<ListingField, number>> = texts;

export const kinds = ['JOB', 'INTERNSHIP', 'SKILLS_TRAINING', 'OTHER'] as const;
export const payUnits = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR', 'ONCE'] as const;

/** A new form. The two questions that decide most are left open, so that nobody answers them by not looking. */
export function newListing(locale: Locale, supervisorName: string, currency: string): ListingValues {
  const empty = Object.fromEntries(listingFields.map((name) => [name, ''])) as Record<ListingField, string>;
  return {
    ...empty,
    supervisorName,
    payCurrency: currency,
    language: locale === 'es' ? 'ES' : 'EN',
    nightWork: 'no',
    remote: 'no',
    childcareHours: 'no',
    wantsPublic: 'no',
    languages: [locale],
  };
}

export function readListing(form: FormData): ListingValues {
  const values = listingFields.map((name) => [
    name,
    name === 'description' ? longText(form, name) : shortText(form, name, 1_000),
  ]);
  const languages = form.getAll('languages').filter((code) => typeof code === 'string' && /^[a-z]{2}$/.test(code));
  return { ...(Object.fromEntries(values) as Record<ListingField, string>), languages: languages as string[] };
}

/** The form of a listing that is there already. */
export function valuesOf(listing: OwnListing, currency: string): ListingValues {
  const yes = (answer: boolean): string => (answer ? 'yes' : 'no');
  const { pay } = listing;
  return {
    ...each(textFields, (name) => listing[name]),
    ...each(yesOrNo, (name) => yes(listing[name])),
    kind: listing.kind,
    language: listing.language,
    payMin: pay ? decimalText(pay.min) : '',
    payMax: pay && pay.max.amountMinor !== pay.min.amountMinor ? decimalText(pay.max) : '',
    payCurrency: pay?.min.currency ?? currency,
    payUnit: pay?.unit ?? '',
    hoursPerWeek: listing.hoursPerWeek === null ? '' : String(listing.hoursPerWeek),
    startsOn: listing.startsOn ?? '',
    trainingPaid: listing.trainingPaid === null ? '' : yes(listing.trainingPaid),
    languages: [...listing.languages],
  };
}

function each<Name extends string, Value>(names: readonly Name[], valueOf: (name: Name) => Value): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Name, Value>;
}

/** What was typed in a currency, in its smallest units; null for no amount, or no currency. Which ones are taken, the API says. */
export function payIn(typed: string, currency: string): number | null {
  return isCurrency(currency) ? parseMoney(typed, currency) : null;
}

/** What the API takes; only for values without errors. */
export function inputOf(values: ListingValues) {
  const currency = values.payCurrency;
  const money = (typed: string) => {
    const amountMinor = typed === '' ? null : payIn(typed, currency);
    return amountMinor === null ? null : { amountMinor, currency };
  };
  const unit = payUnits.find((name) => name === values.payUnit);
  return {
    ...each(textFields, (name) => values[name]),
    ...each(yesOrNo, (name) => values[name] === 'yes'),
    kind: kinds.find((name) => name === values.kind) ?? 'OTHER',
    language: values.language === 'ES' ? 'ES' : 'EN',
    payMin: money(values.payMin),
    payMax: money(values.payMax === '' ? values.payMin : values.payMax),
    payUnit: values.payMin === '' ? null : (unit ?? null),
    hoursPerWeek: values.hoursPerWeek === '' ? null : Number(values.hoursPerWeek),
    startsOn: values.startsOn === '' ? null : values.startsOn,
    trainingPaid: values.trainingPaid === '' ? null : values.trainingPaid === 'yes',
    languages: values.languages,
  } satisfies OpportunityInput;
}
