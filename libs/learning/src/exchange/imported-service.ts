import { fieldsOf, postcodeOf, readInput, slugBase, slugSuffix, type Faults } from '@upstander/platform';
import { isDeepStrictEqual } from 'node:util';
import { columnsOfPart, Service, ServiceNeed } from '../services/service.entity.js';
import { ServiceInput } from '../services/service.input.js';
import type { ServiceText } from './hsds-words.js';

type ImportedFieldName =
  | ('name' | 'needs' | 'description' | 'eligibility' | 'fees' | 'languages' | 'address' | 'city' | 'region')
  | ('postcode' | 'phone' | 'email' | 'url' | 'schedule' | 'area' | 'servedAreas' | 'minimumAge' | 'maximumAge');

/** Fields of a service given in a file, in our model. */
export type ImportedFields = Partial<
  Pick<Service, ImportedFieldName> & { organizationName: string; assuredOn: string }
>;

export interface FileService {
  hsdsId: string;
  said: ImportedFields;
  /** Reasons it cannot be imported; empty if it can. */
  faults: Faults;
  /** Parts that were shortened or omitted, without affecting the rest. */
  notes: Faults;
}

const knownNeeds = new Set<string>(Object.values(ServiceNeed));
const longestId = 200;
const longestOrganization = 120;
const maxLengths = new Map(fieldsOf(Service).map(({ property, max }) => [property, max]));
/** Texts that can be shortened without becoming wrong. */
const cuttableFields = [
  'name',
  'description',
  'eligibility',
  'fees',
  'schedule',
  'area',
  'address',
  'city',
  'region',
] as const;

/**
 * Fits data from a file to our model. Long texts are shortened and invalid parts omitted, each with a note. A service
 * is rejected only if it has no ID or name, or is closed.
 * @param areaCodes codes of the states and counties in `words.areas`, by `areaKey`
 */
export function fitService(words: ServiceText, areaCodes: ReadonlyMap<string, string>): FileService {
  const notes: Faults = {};
  const { organizationName, assuredOn, minimumAge, maximumAge, ...texts } = words.texts;
  const said: Record<string, unknown> = { ...texts };
  if (texts.postcode !== undefined) said['postcode'] = postcodeOf(texts.postcode);
  for (const [field, age] of Object.entries({ minimumAge, maximumAge }))
    if (age !== undefined) said[field] = Number(age);
  if (words.terms.length > 0)
    said['needs'] = [...new Set(words.terms.map((term) => term.toLowerCase()))].filter((term) => knownNeeds.has(term));
  if ((said['needs'] as string[] | undefined)?.length === 0) delete said['needs'];
  takeLanguages(words, said, notes);
  takeAreas(words, areaCodes, said, notes);
  for (const [field, problem] of Object.entries(faultsOf(said))) {
    if (field === 'name' && problem === 'required') continue;
    if (problem === 'too-long' && (cuttableFields as readonly string[]).includes(field)) {
      said[field] = cutText(said[field] as string, maxLengths.get(field) ?? 80);
      notes[field] = 'shortened';
    }
    // Omits the field if shortening didn't fix it.
    const remainingFault = faultsOf(said)[field];
    if (remainingFault === undefined) continue;
    delete said[field];
    notes[field] = problem;
  }
  if (organizationName !== undefined) {
    said['organizationName'] = cutText(organizationName, longestOrganization);
    if (said['organizationName'] !== organizationName) notes['organizationName'] = 'shortened';
  }
  return {
    hsdsId: words.hsdsId,
    said: { ...said, ...(assuredOn && { assuredOn }) } as ImportedFields,
    faults: refusals(words, said),
    notes,
  };
}

function refusals({ hsdsId, status, texts }: ServiceText, said: Record<string, unknown>): Faults {
  return {
    ...(hsdsId === '' && { id: 'required' }),
    ...(hsdsId.length > longestId && { id: 'too-long' }),
    ...(said['name'] === undefined && { name: texts.name === undefined ? 'required' : 'not-text' }),
    ...((status === 'defunct' || status === 'inactive') && { status: 'not-active' }),
  };
}

function takeLanguages(
  { languages, unknownLanguages }: ServiceText,
  said: Record<string, unknown>,
  notes: Faults,
): void {
  const languagesInLimit = languages.slice(0, maxLengths.get('languages') ?? 20);
  if (languagesInLimit.length > 0) said['languages'] = languagesInLimit;
  if (unknownLanguages.length > 0) notes['languages'] = 'not-a-language';
  else if (languagesInLimit.length < languages.length) notes['languages'] = 'too-many';
}

export const areaKey = (name: string): string => name.trim().toLowerCase().slice(0, 100);

function takeAreas(
  { areas }: ServiceText,
  codes: ReadonlyMap<string, string>,
  said: Record<string, unknown>,
  notes: Faults,
): void {
  const served = areas.map(({ name, code }) => codes.get(areaKey(code ?? name)) ?? codes.get(areaKey(name)) ?? null);
  const known = [...new Set(served.filter((code) => code !== null))];
  if (known.length > 0) said['servedAreas'] = known.slice(0, maxLengths.get('servedAreas') ?? 100);
  if (known.length > (maxLengths.get('servedAreas') ?? 100)) notes['servedAreas'] = 'too-many';
  // States and counties are stored as codes, so only other areas are kept as text.
  const inWords = areas.filter(({ name }, i) => name !== '' && served[i] === null).map(({ name }) => name);
  if (inWords.length > 0) said['area'] = inWords.join(', ');
}

function faultsOf(said: Readonly<Record<string, unknown>>): Faults {
  const { faults } = readInput(ServiceInput, { description: '-', needs: ['safety'], ...said });
  if (said['phone'] && !/^\+[1-9]\d{6,14}$/.test(said['phone'] as string)) faults['phone'] = 'not-a-phone-number';
  if (said['email'] && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(said['email'] as string)) faults['email'] = 'not-an-email';
  const [from, to] = [said['minimumAge'], said['maximumAge']] as Array<number | undefined>;
  if (from !== undefined && !Number.isInteger(from)) faults['minimumAge'] = 'not-a-number';
  if (to !== undefined && !Number.isInteger(to)) faults['maximumAge'] = 'not-a-number';
  if (from !== undefined && to !== undefined && from > to) faults['maximumAge'] ??= 'out-of-range';
  return faults;
}

function cutText(text: string, length: number): string {
  const tidy = text.normalize('NFC');
  if (tidy.length <= length) return tidy;
  return `${tidy
    .slice(0, length - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
/** Returns the fields of an existing service that would change. Imports never change confidential parts. */
export function changedBy(said: ImportedFields, service: Service & { organizationName: string }): ImportedFields {
  const confidentialColumns = new Set<string>(service.confidentialParts.flatMap((part) => columnsOfPart[part]));
  const tidied = normalizeFields(said);
  const changed = Object.entries(tidied).filter(
    ([name, value]) =>
      name !== 'assuredOn' && !confidentialColumns.has(name) && !isEqual(value, service[name as keyof Service]),
  );
  return Object.fromEntries(changed) as ImportedFields;
}

/** Normalizes order and spaces, as stored. */
export function normalizeFields({ organizationName, assuredOn, ...said }: ImportedFields): ImportedFields {
  const { values } = readInput(ServiceInput, said);
  const givenValues = Object.fromEntries(
    Object.keys(said).map((name) => [name, (values as Readonly<Record<string, unknown>>)[name]]),
  ) as ImportedFields;
  return defined({
    ...givenValues,
    organizationName: organizationName?.normalize('NFC').replace(/\s+/g, ' ').trim(),
    assuredOn,
  });
}

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

function isEqual(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return isDeepStrictEqual([...one].sort(), [...other].sort());
  return one === other;
}

export const newSlug = (name: string): string => `${slugBase(name, 'service')}-${slugSuffix(6)}`;
