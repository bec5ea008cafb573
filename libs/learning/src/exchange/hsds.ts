import { formatPhoneNumber } from '@upstander/platform';
import { createHash } from 'node:crypto';
import type { PublicService } from '../services/service.entity.js';

/**
 * The part of the Human Services Data Specification 3 that we read and write (https://docs.openreferral.org,
 * schema/service.json). Empty fields are omitted.
 */
export interface HsdsService {
  id: string;
  name: string;
  status: string;
  organization?: { id: string; name: string; description?: string };
  description?: string;
  url?: string;
  email?: string;
  fees_description?: string;
  eligibility_description?: string;
  minimum_age?: number;
  maximum_age?: number;
  assured_date?: string;
  alert?: string;
  phones?: Array<{ id: string; number: string; type?: string }>;
  schedules?: Array<HsdsSchedule>;
  languages?: Array<{ id: string; code?: string; name?: string }>;
  service_areas?: Array<{ id: string; name?: string; extent?: string; extent_type?: string }>;
  service_at_locations?: Array<{
    id: string;
    location?: HsdsLocation;
    phones?: HsdsService['phones'];
    schedules?: HsdsSchedule[];
  }>;
  attributes?: Array<{ id: string; link_entity?: string; taxonomy_term?: HsdsTerm }>;
}

export interface HsdsSchedule {
  id: string;
  description?: string;
  byday?: string;
  opens_at?: string;
  closes_at?: string;
}

export interface HsdsLocation {
  id: string;
  location_type: string;
  addresses?: Array<{
    id: string;
    address_1: string;
    city: string;
    state_province: string;
    postal_code: string;
    country: string;
    address_type: string;
  }>;
  phones?: HsdsService['phones'];
  schedules?: HsdsSchedule[];
}

export interface HsdsTerm {
  id: string;
  code?: string;
  name: string;
  description: string;
  taxonomy?: string;
}

/** Data for exporting a service: its public fields and both IDs. */
export type ExportedService = PublicService & { organizationId: string; hsdsId: string };

/** Name of our list of ten needs among other taxonomies. */
export const needsTaxonomy = 'Upstander needs';
const example = 'This is an example: the service does not exist.';

/**
 * Converts a service to HSDS 3. Confidential parts were cleared before leaving the database and are omitted like any
 * other empty part.
 */
export function hsdsOf(service: ExportedService): HsdsService {
  const { hsdsId: id, name, description, url, email, phone, schedule, languages, needs } = service;
  const includeIfGiven = <T>(value: T | null | '', as: (value: T) => object): object =>
    value === null || value === '' ? {} : as(value as T);
  return {
    id,
    name,
    status: 'active',
    organization: { id: service.organizationId, name: service.organizationName, description: service.organizationName },
    description,
    ...includeIfGiven(url, (one) => ({ url: one })),
    ...includeIfGiven(email, (one) => ({ email: one })),
    ...includeIfGiven(service.fees, (one) => ({ fees_description: one })),
    ...includeIfGiven(service.eligibility, (one) => ({ eligibility_description: one })),
    ...includeIfGiven(service.minimumAge, (one) => ({ minimum_age: one })),
    ...includeIfGiven(service.maximumAge, (one) => ({ maximum_age: one })),
    assured_date: service.assuredOn,
    ...(service.isFictional && { alert: example }),
    ...includeIfGiven(phone, (number) => ({
      phones: [{ id: idOf(id, 'phone'), number: formatPhoneNumber(number), type: 'voice' }],
    })),
    ...includeIfGiven(schedule, (one) => ({ schedules: [{ id: idOf(id, 'schedule'), description: one }] })),
    ...(languages.length > 0 && { languages: languages.map((code) => ({ id: idOf(id, `language ${code}`), code })) }),
    ...areasOf(service),
    ...locationOf(service),
    attributes: needs.map((need) => ({
      id: idOf(id, `need ${need}`),
      link_entity: 'service',
      taxonomy_term: {
        id: idOf(needsTaxonomy, need),
        code: need,
        name: need,
        description: need,
        taxonomy: needsTaxonomy,
      },
    })),
  };
}

/** Returns the area as text, followed by each state and county with its FIPS code. */
function areasOf({ hsdsId, area, servedAreas, servedAreaNames }: ExportedService): object {
  const areas = [
    ...(area === '' ? [] : [{ id: idOf(hsdsId, 'area'), name: area }]),
    ...servedAreas.map((code, i) => ({
      id: idOf(hsdsId, `area ${code}`),
      name: servedAreaNames[i] ?? code,
      extent: code,
      extent_type: 'text',
    })),
  ];
  return areas.length > 0 ? { service_areas: areas } : {};
}

/** The standard requires a complete address; a partly known one is omitted. */
function locationOf({ hsdsId, address, city, region, postcode }: ExportedService): object {
  if (city === '' || address === '' || region === '' || postcode === '') return {};
  const id = idOf(hsdsId, 'location');
  const at = { address_1: address, city, state_province: region, postal_code: postcode };
  const addresses = [{ id: idOf(hsdsId, 'address'), ...at, country: 'US', address_type: 'physical' }];
  return {
    service_at_locations: [{ id: idOf(hsdsId, 'at location'), location: { id, location_type: 'physical', addresses } }],
  };
}

/** Returns a stable UUID for one part of a service, as the standard requires. */
export function idOf(service: string, part: string): string {
  const hex = createHash('sha256').update(`${service}\n${part}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
