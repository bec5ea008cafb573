import { looksLikeFormula } from '@upstander/files';
import type { HsdsService } from './hsds.js';

const tables = {
  organizations: ['id', 'name', 'description'],
  services: [
    'id',
    'organization_id',
    'name',
    'status',
    'description',
    'url',
    'email',
    'fees_description',
    'eligibility_description',
    'minimum_age',
    'maximum_age',
    'assured_date',
    'alert',
  ],
  phones: ['id', 'service_id', 'number', 'type'],
  schedules: ['id', 'service_id', 'description'],
  languages: ['id', 'service_id', 'code'],
  service_areas: ['id', 'service_id', 'name', 'extent', 'extent_type'],
  locations: ['id', 'location_type'],
  addresses: ['id', 'location_id', 'address_1', 'city', 'state_province', 'postal_code', 'country', 'address_type'],
  service_at_location: ['id', 'service_id', 'location_id'],
  attributes: ['id', 'link_id', 'link_entity', 'taxonomy_term_id'],
  taxonomy_terms: ['id', 'code', 'name', 'description', 'taxonomy'],
} as const;
type Table = keyof typeof tables;

const numbers: ReadonlySet<string> = new Set(['minimum_age', 'maximum_age']);
const dates: ReadonlySet<string> = new Set(['assured_date']);

/** Organizations and terms are written once. */
export class HsdsPackage {
  private readonly once = new Set<string>();
  private readonly lines = new Map<Table, string[]>(
    (Object.keys(tables) as Table[]).map((table) => [table, [`${tables[table].join(',')}\r\n`]]),
  );

  add(service: HsdsService): void {
    const service_id = service.id;
    if (service.organization) this.addOnce('organizations', service.organization);
    this.addRow('services', { ...service, organization_id: service.organization?.id });
    for (const phone of service.phones ?? []) this.addRow('phones', { ...phone, service_id });
    for (const schedule of service.schedules ?? []) this.addRow('schedules', { ...schedule, service_id });
    for (const language of service.languages ?? []) this.addRow('languages', { ...language, service_id });
    for (const area of service.service_areas ?? []) this.addRow('service_areas', { ...area, service_id });
    for (const { id, location } of service.service_at_locations ?? []) {
      this.addRow('service_at_location', { id, service_id, location_id: location?.id });
      if (!location) continue;
      this.addRow('locations', location);
      for (const address of location.addresses ?? [])
        this.addRow('addresses', { ...address, location_id: location.id });
    }
    for (const { id, link_entity, taxonomy_term: term } of service.attributes ?? []) {
      this.addRow('attributes', { id, link_id: service_id, link_entity, taxonomy_term_id: term?.id });
      if (term) this.addOnce('taxonomy_terms', term);
    }
  }

  /** Returns the files by their standard names, with the descriptor that the standard requires. */
  files(): Array<{ name: string; content: Buffer }> {
    return [
      ...[...this.lines].map(([table, lines]) => ({ name: `${table}.csv`, content: Buffer.from(lines.join('')) })),
      { name: 'datapackage.json', content: Buffer.from(`${JSON.stringify(descriptor(), null, 2)}\n`) },
    ];
  }

  private addOnce(table: Table, cells: { id: string }): void {
    if (this.once.has(cells.id)) return;
    this.once.add(cells.id);
    this.addRow(table, cells);
  }

  private addRow(table: Table, cells: object): void {
    const values = tables[table].map((column) => cellOf((cells as Readonly<Record<string, unknown>>)[column]));
    this.lines.get(table)!.push(`${values.join(',')}\r\n`);
  }
}

/** Returns a tabular data package descriptor (specs.frictionlessdata.io). */
function descriptor(): object {
  const references: Readonly<Record<string, Table>> = {
    organization_id: 'organizations',
    service_id: 'services',
    location_id: 'locations',
    taxonomy_term_id: 'taxonomy_terms',
  };
  return {
    name: 'human_services_data',
    title: 'Human Services Data Specification',
    profile: 'tabular-data-package',
    resources: (Object.keys(tables) as Table[]).map((table) => ({
      profile: 'tabular-data-resource',
      name: table,
      path: `${table}.csv`,
      schema: {
        primaryKey: 'id',
        fields: tables[table].map((name) => ({ name, type: typeOf(name) })),
        foreignKeys: tables[table].flatMap((fields) =>
          references[fields] ? [{ fields, reference: { resource: references[fields], fields: 'id' } }] : [],
        ),
      },
    })),
  };
}

function typeOf(column: string): string {
  if (numbers.has(column)) return 'number';
  return dates.has(column) ? 'date' : 'string';
}

/** Formats a cell and escapes text that a spreadsheet could take for a formula. */
function cellOf(value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const safe = looksLikeFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
