import { looksLikeFormula } from '@upstander/platform';
import type { HsdsService, HsdsTerm } from './hsds.js';

/** The tables of an HSDS package, each a file of its own, with the columns that we write. */
export const hsdsTables = {
  organizations: ['id', 'name', 'description'],
  services: [
    ...['id', 'organization_id', 'name', 'status', 'description', 'url', 'email', 'fees_description'],
    ...['eligibility_description', 'minimum_age', 'maximum_age', 'assured_date', 'alert'],
  ],
  phones: ['id', 'service_id', 'number', 'type'],
  schedules: ['id', 'service_id', 'description'],
  languages: ['id', 'service_id', 'code'],
  service_areas: ['id', 'service_id', 'name'],
  locations: ['id', 'location_type'],
  addresses: [
    ...['id', 'location_id', 'address_1', 'city', 'state_province', 'postal_code', 'country', 'address_type'],
  ],
  service_at_locations: ['id', 'service_id', 'location_id'],
  attributes: ['id', 'link_id', 'link_entity', 'taxonomy_term_id'],
  taxonomy_terms: ['id', 'code', 'name', 'description', 'taxonomy'],
} as const;
export type HsdsTable = keyof typeof hsdsTables;
export type Cells = Record<string, string>;

/** Services as the tables of a package, each a file of CSV: an organization and a term stand there once. */
export class HsdsPackage {
  private readonly once = new Set<string>();
  private readonly lines = new Map<HsdsTable, string[]>(
    (Object.keys(hsdsTables) as HsdsTable[]).map((table) => [table, [`${hsdsTables[table].join(',')}\r\n`]]),
  );

  add(service: HsdsService): void {
    const service_id = service.id;
    if (service.organization) this.addOnce('organizations', service.organization);
    this.row('services', { ...service, organization_id: service.organization?.id });
    for (const phone of service.phones ?? []) this.row('phones', { ...phone, service_id });
    for (const schedule of service.schedules ?? []) this.row('schedules', { ...schedule, service_id });
    for (const language of service.languages ?? []) this.row('languages', { ...language, service_id });
    for (const area of service.service_areas ?? []) this.row('service_areas', { ...area, service_id });
    for (const { id, location } of service.service_at_locations ?? []) {
      this.row('service_at_locations', { id, service_id, location_id: location?.id });
      if (!location) continue;
      this.row('locations', location);
      for (const address of location.addresses ?? []) this.row('addresses', { ...address, location_id: location.id });
    }
    for (const { id, link_entity, taxonomy_term: term } of service.attributes ?? []) {
      this.row('attributes', { id, link_id: service_id, link_entity, taxonomy_term_id: term?.id });
      if (term) this.addOnce('taxonomy_terms', term);
    }
  }

  /** The files, by the names that the standard gives them. */
  files(): Array<{ name: string; content: Buffer }> {
    return [...this.lines].map(([table, lines]) => ({ name: `${table}.csv`, content: Buffer.from(lines.join('')) }));
  }

  private addOnce(table: HsdsTable, cells: { id: string }): void {
    if (this.once.has(cells.id)) return;
    this.once.add(cells.id);
    this.row(table, cells);
  }

  private row(table: HsdsTable, cells: object): void {
    const values = hsdsTables[table].map((column) => cellOf((cells as Readonly<Record<string, unknown>>)[column]));
    this.lines.get(table)!.push(`${values.join(',')}\r\n`);
  }
}

/** A cell; what a spreadsheet may take for a formula is guarded, as in every file of ours. */
function cellOf(value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const safe = looksLikeFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The same the other way round: services with what belongs to them, of whichever of these tables there are. */
export function servicesFrom(tables: ReadonlyMap<string, readonly Cells[]>): unknown[] {
  const rows = (table: HsdsTable) => tables.get(table) ?? [];
  const by = (table: HsdsTable, column: string) => grouped(rows(table), column);
  const one = (table: HsdsTable) => new Map(rows(table).map((row) => [row['id'] ?? '', row]));
  const [organizations, locations, terms] = [one('organizations'), one('locations'), one('taxonomy_terms')];
  const ofService = {
    ...{ phones: by('phones', 'service_id'), schedules: by('schedules', 'service_id') },
    ...{ languages: by('languages', 'service_id'), service_areas: by('service_areas', 'service_id') },
  };
  const [placed, addresses, attributes] = [
    by('service_at_locations', 'service_id'),
    by('addresses', 'location_id'),
    by('attributes', 'link_id'),
  ];
  const [phonesOf, schedulesOf] = [by('phones', 'location_id'), by('schedules', 'location_id')];
  return rows('services').map((service) => {
    const id = service['id'] ?? '';
    const parts = Object.entries(ofService).map(([name, groups]) => [name, groups.get(id) ?? []]);
    return {
      ...service,
      organization: organizations.get(service['organization_id'] ?? ''),
      ...Object.fromEntries(parts),
      service_at_locations: (placed.get(id) ?? []).map((row) => {
        const at = row['location_id'] ?? '';
        const inside = { addresses: addresses.get(at), phones: phonesOf.get(at), schedules: schedulesOf.get(at) };
        return { ...row, location: { ...locations.get(at), ...inside } };
      }),
      attributes: (attributes.get(id) ?? []).map((row) => ({
        ...row,
        taxonomy_term: terms.get(row['taxonomy_term_id'] ?? '') as HsdsTerm | undefined,
      })),
    };
  });
}

function grouped(rows: readonly Cells[], column: string): Map<string, Cells[]> {
  const groups = new Map<string, Cells[]>();
  for (const row of rows) {
    const key = row[column] ?? '';
    // What belongs to nothing is nobody's.
    if (key === '') continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
