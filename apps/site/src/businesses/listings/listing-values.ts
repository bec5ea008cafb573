import { isCurrency } from '@upstander/money';
import { limits, decimalText, parseMoney, type Locale } from '@upstander/web-kit';
import { longText, shortText } from '../../forms/typed';
import type { OpportunityInput, OwnListing } from './queries';

export const listingFields = [
  'kind',
  'title',
  'description',
  'language',
  'payMin',
  'payMax',
  'payCurrency',
  'payUnit',
  'hoursPerWeek',
  'schedule',
  'nightWork',
  'startsOn',
  'remote',
  'place',
  'transport',
  'supervisorName',
  'idNeeded',
  'backgroundCheck',
  'acceptableRecords',
  'equipment',
  'childcareHours',
  'trainingPaid',
  'wantsPublic',
] as const;
export type ListingField = (typeof listingFields)[number];

/** The form exactly as typed; a question is 'yes', 'no', or empty while nobody answered it. */
export type ListingValues = Record<ListingField, string> & { languages: string[] };

/** How long a text may be; numbers and days have no length. */
const { hoursPerWeek: _, languages: __, ...texts } = limits.Listing;
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
    kind: listing.kind,
    title: listing.title,
    description: listing.description,
    language: listing.language,
    payMin: pay ? decimalText(pay.min) : '',
    payMax: pay && pay.max.amountMinor !== pay.min.amountMinor ? decimalText(pay.max) : '',
    payCurrency: pay?.min.currency ?? currency,
    payUnit: pay?.unit ?? '',
    hoursPerWeek: listing.hoursPerWeek === null ? '' : String(listing.hoursPerWeek),
    schedule: listing.schedule,
    nightWork: yes(listing.nightWork),
    startsOn: listing.startsOn ?? '',
    remote: yes(listing.remote),
    place: listing.place,
    transport: listing.transport,
    supervisorName: listing.supervisorName,
    idNeeded: yes(listing.idNeeded),
    backgroundCheck: yes(listing.backgroundCheck),
    acceptableRecords: listing.acceptableRecords,
    equipment: listing.equipment,
    childcareHours: yes(listing.childcareHours),
    trainingPaid: listing.trainingPaid === null ? '' : yes(listing.trainingPaid),
    wantsPublic: yes(listing.wantsPublic),
    languages: [...listing.languages],
  };
}

/** What was typed in a currency, in its smallest units; null for no amount, or no currency. Which ones are taken, the API says. */
export function payIn(typed: string, currency: string): number | null {
  return isCurrency(currency) ? parseMoney(typed, currency) : null;
}

/** What the API takes; only for values without errors. */
export function inputOf(values: ListingValues): OpportunityInput {
  const currency = values.payCurrency;
  const money = (typed: string) => {
    const amountMinor = typed === '' ? null : payIn(typed, currency);
    return amountMinor === null ? null : { amountMinor, currency };
  };
  const unit = payUnits.find((name) => name === values.payUnit);
  return {
    kind: kinds.find((name) => name === values.kind) ?? 'OTHER',
    title: values.title,
    description: values.description,
    language: values.language === 'ES' ? 'ES' : 'EN',
    payMin: money(values.payMin),
    payMax: money(values.payMax === '' ? values.payMin : values.payMax),
    payUnit: values.payMin === '' ? null : (unit ?? null),
    hoursPerWeek: values.hoursPerWeek === '' ? null : Number(values.hoursPerWeek),
    schedule: values.schedule,
    nightWork: values.nightWork === 'yes',
    startsOn: values.startsOn === '' ? null : values.startsOn,
    remote: values.remote === 'yes',
    place: values.place,
    transport: values.transport,
    supervisorName: values.supervisorName,
    idNeeded: values.idNeeded === 'yes',
    backgroundCheck: values.backgroundCheck === 'yes',
    acceptableRecords: values.acceptableRecords,
    equipment: values.equipment,
    childcareHours: values.childcareHours === 'yes',
    trainingPaid: values.trainingPaid === '' ? null : values.trainingPaid === 'yes',
    languages: values.languages,
    wantsPublic: values.wantsPublic === 'yes',
  };
}
