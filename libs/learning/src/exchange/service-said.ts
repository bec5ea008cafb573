import { postcodeOf, readInput, slugBase, slugSuffix, type Faults } from '@upstander/platform';
import { isDeepStrictEqual } from 'node:util';
import { columnsOfPart, ServiceNeed, type Service } from '../services/service.entity.js';
import { ServiceInput } from '../services/service.input.js';

type SaidField =
  | ('name' | 'needs' | 'description' | 'eligibility' | 'fees' | 'languages' | 'address' | 'city' | 'region')
  | ('postcode' | 'phone' | 'email' | 'url' | 'schedule' | 'area' | 'minimumAge' | 'maximumAge');

/** What a file says of a service: only what it says, in the words of our own model. */
export type Said = Partial<Pick<Service, SaidField> & { organizationName: string; assuredOn: string }>;

/** One service of a file at one of its places. */
export interface FileService {
  hsdsId: string;
  said: Said;
  faults: Faults;
}

type Thing = Readonly<Record<string, unknown>>;
const thing = (value: unknown): Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Thing) : {};
const list = (value: unknown): Thing[] => (Array.isArray(value) ? value.slice(0, 200).map(thing) : []);
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== ''
    ? value.trim()
    : typeof value === 'number'
      ? String(value)
      : undefined;
const number = (value: unknown): number | undefined => {
  const said = text(value);
  return said === undefined ? undefined : Number(said);
};

const needs = new Set<string>(Object.values(ServiceNeed));
const longestId = 200;

/**
 * What a service of HSDS says, in our words: once for each of its places, as it stands here. A service keeps its own id at
 * the first place; at the others that of the place is behind it.
 */
export function saidBy(value: unknown): FileService[] {
  const service = thing(value);
  const id = text(service['id']) ?? '';
  const places = list(service['service_at_locations']);
  const said = ownWords(service);
  return (places.length > 0 ? places : [{}]).map((place, i) => {
    const hsdsId = i === 0 ? id : `${id}@${text(place['id']) ?? i}`;
    const own: Said = defined({ ...said, ...placeWords(place, said) });
    const faults: Faults = { ...faultsOf(own) };
    if (id === '' || hsdsId.length > longestId) faults['id'] = id === '' ? 'required' : 'too-long';
    const status = text(service['status']);
    if (status === 'defunct' || status === 'inactive') faults['status'] = 'not-active';
    return { hsdsId, said: own, faults };
  });
}

function ownWords(service: Thing): Said {
  const terms = list(service['attributes']).map(({ taxonomy_term: term }) => thing(term));
  const codes = terms
    .flatMap((term) => [text(term['code']), text(term['name'])])
    .map((one) => one?.toLowerCase() ?? '');
  const ours = [...new Set(codes.filter((code) => needs.has(code)))] as ServiceNeed[];
  const languages = list(service['languages']).flatMap((one) => text(one['code']) ?? []);
  const areas = list(service['service_areas']).flatMap((one) => text(one['name']) ?? []);
  return {
    name: text(service['name']),
    organizationName: text(thing(service['organization'])['name']),
    description: text(service['description']),
    eligibility: text(service['eligibility_description']),
    fees: text(service['fees_description']) ?? text(service['fees']),
    minimumAge: number(service['minimum_age']),
    maximumAge: number(service['maximum_age']),
    email: text(service['email']),
    url: text(service['url']),
    phone: phoneOf(service['phones']),
    schedule: scheduleOf(service['schedules']),
    ...(ours.length > 0 && { needs: ours }),
    ...(languages.length > 0 && { languages }),
    ...(areas.length > 0 && { area: areas.join(', ') }),
    assuredOn: /^\d{4}-\d{2}-\d{2}/.exec(text(service['assured_date']) ?? '')?.[0],
  } as Said;
}

function placeWords(place: Thing, said: Said): Said {
  const location = thing(place['location']);
  const addresses = list(location['addresses']);
  const address = addresses.find((one) => one['address_type'] === 'physical') ?? addresses[0];
  const lines = [address?.['address_1'], address?.['address_2']].flatMap((line) => text(line) ?? []);
  const postcode = text(address?.['postal_code']);
  return {
    address: lines.length > 0 ? lines.join(', ') : undefined,
    city: text(address?.['city']),
    region: text(address?.['state_province']),
    postcode: postcode === undefined ? undefined : postcodeOf(postcode),
    phone: phoneOf(place['phones']) ?? phoneOf(location['phones']) ?? said.phone,
    schedule: scheduleOf(place['schedules']) ?? scheduleOf(location['schedules']) ?? said.schedule,
  } as Said;
}

/** The first that somebody can call, in E.164; what has ten digits is a number of North America. */
function phoneOf(value: unknown): string | undefined {
  const phones = list(value).filter(({ type }) => type !== 'fax' && type !== 'text' && type !== 'sms');
  const said = text(phones[0]?.['number']);
  if (said === undefined) return undefined;
  const digits = said.replace(/\D/g, '');
  if (said.startsWith('+')) return `+${digits}`;
  if (digits.length === 10) return `+1${digits}`;
  return digits.length === 11 && digits.startsWith('1') ? `+${digits}` : said;
}

function scheduleOf(value: unknown): string | undefined {
  const said = list(value).flatMap((one) => {
    const hours = [text(one['opens_at']), text(one['closes_at'])].filter(Boolean).join('–');
    return text(one['description']) ?? ([text(one['byday']), hours].filter(Boolean).join(' ') || []);
  });
  return said.length > 0 ? said.join('; ') : undefined;
}

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

function faultsOf(whole: Said): Faults {
  const { organizationName, ...said } = whole;
  const { faults } = readInput<Service>(ServiceInput, { needs: ['safety'], ...said });
  if (said.phone && !/^\+[1-9]\d{6,14}$/.test(said.phone)) faults['phone'] = 'not-a-phone-number';
  if (said.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(said.email)) faults['email'] = 'not-an-email';
  if (organizationName === undefined) faults['organizationName'] = 'required';
  else if (organizationName.length > 120) faults['organizationName'] = 'too-long';
  const { minimumAge: from, maximumAge: to } = said;
  for (const [name, age] of Object.entries({ minimumAge: from, maximumAge: to }))
    if (age !== undefined && age !== null && !Number.isInteger(age)) faults[name] = 'not-a-number';
  if (from && to && from > to) faults['maximumAge'] ??= 'out-of-range';
  return faults;
}

/** What of a service that is here would change. What is kept confidential here is changed by no file. */
export function changedBy(said: Said, service: Service & { organizationName: string }): Said {
  const kept = new Set<string>(service.keptConfidential.flatMap((part) => columnsOfPart[part]));
  const tidied = tidy(said);
  const changed = Object.entries(tidied).filter(
    ([name, value]) => name !== 'assuredOn' && !kept.has(name) && !same(value, service[name as keyof Service]),
  );
  return Object.fromEntries(changed) as Said;
}

/** As the model keeps it: what has another order or other spaces is the same. */
export function tidy({ organizationName, assuredOn, ...said }: Said): Said {
  const { values } = readInput<Service>(ServiceInput, said);
  const own = Object.fromEntries(Object.keys(said).map((name) => [name, values[name as keyof Service]])) as Said;
  return defined({
    ...own,
    organizationName: organizationName?.normalize('NFC').replace(/\s+/g, ' ').trim(),
    assuredOn,
  });
}

function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return isDeepStrictEqual([...one].sort(), [...other].sort());
  return one === other;
}

export const newSlug = (name: string): string => `${slugBase(name, 'service')}-${slugSuffix(6)}`;
