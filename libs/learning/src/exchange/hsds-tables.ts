import { UnreadableFileError } from '@upstander/files/reading';

/** HSDS tables and columns that are read. `tableAliases` and `columnAliases` map the names of versions 1.1 and 2.0. */
const columns = {
  organizations: ['id', 'name'],
  services: [
    'id',
    'organization_id',
    'name',
    'status',
    'description',
    'url',
    'email',
    'fees_description',
    'fees',
    'eligibility_description',
    'minimum_age',
    'maximum_age',
    'assured_date',
  ],
  phones: ['service_id', 'location_id', 'service_at_location_id', 'contact_id', 'number', 'type'],
  contacts: ['id', 'service_id', 'location_id', 'service_at_location_id'],
  schedules: [
    'service_id',
    'location_id',
    'service_at_location_id',
    'description',
    'freq',
    'interval',
    'byday',
    'bymonthday',
    'opens_at',
    'closes_at',
  ],
  languages: ['service_id', 'location_id', 'code', 'name'],
  cost_options: ['service_id', 'option', 'amount', 'currency', 'amount_description'],
  service_areas: ['service_id', 'service_at_location_id', 'name', 'extent', 'uri'],
  locations: ['id'],
  addresses: ['location_id', 'address_1', 'address_2', 'city', 'state_province', 'postal_code', 'address_type'],
  service_at_location: ['id', 'service_id', 'location_id'],
  attributes: ['link_id', 'taxonomy_term_id'],
  taxonomy_terms: ['id', 'code', 'name'],
} as const;
export type HsdsTable = keyof typeof columns;
export type Cells = Partial<Record<string, string>>;

const tableAliases: Readonly<Record<string, HsdsTable>> = {
  service_at_locations: 'service_at_location',
  services_at_location: 'service_at_location',
  physical_addresses: 'addresses',
  regular_schedules: 'schedules',
};
const columnAliases: Partial<Record<HsdsTable, Readonly<Record<string, string>>>> = {
  languages: { language: 'name' },
  schedules: { weekday: 'byday' },
  service_areas: { service_area: 'name' },
};

/** Returns the table of a file, or null for a file that isn't read. */
export function tableOf(fileName: string): HsdsTable | null {
  const name = /^(\w+)\.csv$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (Object.hasOwn(columns, name)) return name as HsdsTable;
  return Object.hasOwn(tableAliases, name) ? tableAliases[name]! : null;
}

const maxServices = 50_000;
const maxRows = 200_000;
const maxCellLength = 5_000;
/** Maximum number of parts per service, for example locations or phones. */
const maxParts = 50;

/** Rows of all tables of a file, with only the columns that are used. */
export class HsdsRows {
  private readonly tables = new Map<HsdsTable, Cells[]>();

  mostRowsOf(table: HsdsTable): number {
    return table === 'services' ? maxServices : maxRows;
  }

  /** @throws UnreadableFileError above the limit of the table */
  add(table: HsdsTable, cell: (column: string) => string): void {
    const rows = this.tables.get(table) ?? [];
    if (rows.length >= this.mostRowsOf(table)) {
      throw new UnreadableFileError(table === 'services' ? 'too-many-services' : 'too-many-rows');
    }
    const row: Cells = {};
    const readColumn = (column: string, from: string) => {
      const value = cell(from).trim();
      if (value !== '') row[column] ??= value.slice(0, maxCellLength);
    };
    for (const column of columns[table]) readColumn(column, column);
    for (const [old, column] of Object.entries(columnAliases[table] ?? {})) readColumn(column, old);
    rows.push(row);
    this.tables.set(table, rows);
  }

  /** Yields each service with its parts, nested as in the JSON of the standard. */
  *services(): Generator<Record<string, unknown>> {
    const groupBy = (table: HsdsTable, column: string) => groups(this.tables.get(table) ?? [], column);
    const indexById = (table: HsdsTable) =>
      new Map((this.tables.get(table) ?? []).map((row) => [row['id'] ?? '', row]));
    const [organizations, terms] = [indexById('organizations'), indexById('taxonomy_terms')];
    const ofService = {
      languages: groupBy('languages', 'service_id'),
      service_areas: groupBy('service_areas', 'service_id'),
      cost_options: groupBy('cost_options', 'service_id'),
    };
    const [places, addresses] = [groupBy('service_at_location', 'service_id'), groupBy('addresses', 'location_id')];
    const attributes = groupBy('attributes', 'link_id');
    const reachable = this.reachable();
    for (const service of this.tables.get('services') ?? []) {
      const id = service['id'] ?? '';
      yield {
        ...service,
        organization: organizations.get(service['organization_id'] ?? ''),
        ...Object.fromEntries(Object.entries(ofService).map(([name, rows]) => [name, rows.get(id)])),
        ...reachable('service_id', id),
        service_at_locations: places.get(id)?.map((place) => {
          const at = place['location_id'] ?? '';
          const location = { addresses: addresses.get(at), ...reachable('location_id', at) };
          return { ...place, ...reachable('service_at_location_id', place['id'] ?? ''), location };
        }),
        attributes: attributes.get(id)?.map((row) => ({ taxonomy_term: terms.get(row['taxonomy_term_id'] ?? '') })),
      };
    }
  }

  /** Returns a lookup of phones, contacts with their phones, and schedules. */
  private reachable() {
    const keys = ['service_id', 'location_id', 'service_at_location_id'] as const;
    const rowsOfTable = (table: HsdsTable) => this.tables.get(table) ?? [];
    const groupsByKey = (table: HsdsTable) => new Map(keys.map((key) => [key, groups(rowsOfTable(table), key)]));
    const [phones, schedules, contacts] = [groupsByKey('phones'), groupsByKey('schedules'), groupsByKey('contacts')];
    const phonesOfContact = groups(rowsOfTable('phones'), 'contact_id');
    return (key: (typeof keys)[number], id: string) => ({
      phones: phones.get(key)!.get(id),
      schedules: schedules.get(key)!.get(id),
      contacts: contacts
        .get(key)!
        .get(id)
        ?.map((contact) => ({ phones: phonesOfContact.get(contact['id'] ?? '') })),
    });
  }
}

/** Groups rows by a column. A row without a value belongs to no group. */
function groups(rows: readonly Cells[], column: string): Map<string, Cells[]> {
  const grouped = new Map<string, Cells[]>();
  for (const row of rows) {
    const key = row[column];
    if (key === undefined) continue;
    const group = grouped.get(key);
    if (!group) grouped.set(key, [row]);
    else if (group.length < maxParts) group.push(row);
  }
  return grouped;
}
