import { codeOfLanguage } from './language-codes.js';

/** A service at one location as written in the file, in our fields. */
export interface ServiceText {
  hsdsId: string;
  status?: string;
  texts: Partial<Record<TextField, string>>;
  languages: string[];
  /** Languages without a known code. */
  unknownLanguages: string[];
  /** Codes and names of taxonomy terms. */
  terms: string[];
  areas: FileArea[];
}
export interface FileArea {
  name: string;
  /** A FIPS code, if the file has one. */
  code: string | null;
}
export type TextField =
  | 'name'
  | 'organizationName'
  | 'description'
  | 'eligibility'
  | 'fees'
  | 'email'
  | 'url'
  | 'phone'
  | 'schedule'
  | 'address'
  | 'city'
  | 'region'
  | 'postcode'
  | 'minimumAge'
  | 'maximumAge'
  | 'assuredOn';

type JsonObject = Readonly<Record<string, unknown>>;
export const toJsonObject = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
const maxParts = 50;
const list = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.slice(0, maxParts).map(toJsonObject) : []);
const longestText = 5_000;
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== ''
    ? value.trim().slice(0, longestText)
    : typeof value === 'number'
      ? String(value)
      : undefined;

/**
 * Returns an HSDS service once per location, as services are stored here. The first one keeps the service's ID; at
 * other locations the location's ID is appended.
 */
export function readServices(value: unknown): ServiceText[] {
  const service = toJsonObject(value);
  const id = text(service['id']) ?? '';
  const places = list(service['service_at_locations']);
  return (places.length > 0 ? places : [{}]).map((place: JsonObject, i) => {
    const location = toJsonObject(place['location']);
    const address = addressOf(location['addresses']);
    const languages = [...list(service['languages']), ...list(location['languages'])].flatMap(
      (one) => text(one['code']) ?? text(one['name']) ?? [],
    );
    const codes = languages.map(codeOfLanguage);
    const areas = [...list(service['service_areas']), ...list(place['service_areas'])];
    const terms = list(service['attributes']).map((one) => toJsonObject(one['taxonomy_term'] ?? one));
    return {
      hsdsId: i === 0 ? id : `${id}@${text(place['id']) ?? i}`,
      ...defined({ status: text(service['status']) }),
      texts: defined({
        ...ownTexts(service),
        phone: [place, location, service].map(phoneOf).find((one) => one !== undefined),
        schedule: [place, location, service]
          .map((one) => scheduleOf(one['schedules']))
          .find((one) => one !== undefined),
        address: joined([address['address_1'], address['address_2']], ', '),
        city: text(address['city']),
        region: text(address['state_province']),
        postcode: text(address['postal_code']),
      }),
      languages: [...new Set(codes.filter((code) => code !== null))],
      unknownLanguages: languages.filter((_, n) => codes[n] === null).slice(0, 5),
      terms: terms
        .flatMap((term) => [text(term['code']), text(term['name'])])
        .flatMap((one) => one?.slice(0, 200) ?? []),
      areas: areas.flatMap((area) => areaOf(area) ?? []),
    };
  });
}

function ownTexts(service: JsonObject): Partial<Record<TextField, string | undefined>> {
  return {
    name: text(service['name']),
    organizationName: text(toJsonObject(service['organization'])['name']),
    description: text(service['description']),
    eligibility: text(service['eligibility_description']),
    fees: text(service['fees_description']) ?? formatCosts(service['cost_options']) ?? text(service['fees']),
    email: text(service['email']),
    url: text(service['url']),
    minimumAge: text(service['minimum_age']),
    maximumAge: text(service['maximum_age']),
    assuredOn: /^\d{4}-\d{2}-\d{2}/.exec(text(service['assured_date']) ?? '')?.[0],
  };
}

function addressOf(value: unknown): JsonObject {
  const addresses = list(value);
  return addresses.find((one) => one['address_type'] === 'physical') ?? addresses[0] ?? {};
}

/** Returns the first voice phone number of a service or location, or else of its contacts. */
function phoneOf(owner: JsonObject): string | undefined {
  const all = [...list(owner['phones']), ...list(owner['contacts']).flatMap((contact) => list(contact['phones']))];
  const number = all
    .filter(({ type }) => !['fax', 'text', 'sms', 'cell-text', 'tty'].includes(String(type).toLowerCase()))
    .map((one) => text(one['number']))
    .find((one) => one !== undefined);
  if (number === undefined) return undefined;
  const digits = number.replace(/\D/g, '');
  // Some files put the number in quotation marks.
  if (/^\W*\+/.test(number)) return `+${digits}`;
  if (digits.length === 10) return `+1${digits}`;
  return digits.length === 11 && digits.startsWith('1') ? `+${digits}` : number;
}

function formatCosts(value: unknown): string | undefined {
  const costs = list(value).flatMap((one) => {
    const amount = joined([one['amount'], text(one['currency'])?.toUpperCase()], ' ');
    const price = joined([amount, one['amount_description']], ' ');
    return joined([one['option'], price], ': ') ?? [];
  });
  return costs.length > 0 ? costs.join('; ') : undefined;
}

const days: Readonly<Record<string, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};
const periods: Readonly<Record<string, string>> = {
  DAILY: 'Every day',
  WEEKLY: 'Every week',
  MONTHLY: 'Every month',
  YEARLY: 'Every year',
};

/** Describes schedules (RFC 5545 rules and opening hours) as text, preferring their descriptions. */
function scheduleOf(value: unknown): string | undefined {
  const parts = list(value).flatMap((one) => {
    const description = text(one['description']);
    if (description !== undefined) return description;
    const weekdays = text(one['byday'])
      ?.split(/[\s,]+/)
      .map((day) => days[day.toUpperCase().slice(-2)] ?? day)
      .join(', ');
    const monthDays = text(one['bymonthday']);
    const when = joined([weekdays, monthDays && `day ${monthDays.replaceAll(',', ', ')} of the month`], ', ');
    const hours = joined([clock(one['opens_at']), clock(one['closes_at'])], '–');
    return joined([when ?? (hours && periods[text(one['freq'])?.toUpperCase() ?? '']), hours], ', ') ?? [];
  });
  return parts.length > 0 ? [...new Set(parts)].join('; ') : undefined;
}

const clock = (value: unknown): string | undefined => text(value)?.replace(/^(\d{1,2}:\d{2}):\d{2}.*$/, '$1');

function areaOf(area: JsonObject): FileArea | null {
  const code = /^(US|\d{2}|\d{5})$/.exec(text(area['extent']) ?? '')?.[1] ?? null;
  const name = text(area['name']) ?? '';
  return name === '' && code === null ? null : { name, code };
}

function joined(parts: readonly unknown[], by: string): string | undefined {
  const texts = parts.flatMap((part) => text(part) ?? []);
  return texts.length > 0 ? texts.join(by) : undefined;
}

function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never;
}
