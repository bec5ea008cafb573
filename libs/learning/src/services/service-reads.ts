import { Injectable } from '@nestjs/common';
import { accountName } from '@upstander/identity';
import {
  badInput,
  Clock,
  selectList,
  Database,
  fieldsOf,
  isUuid,
  keysetList,
  matches,
  notFound,
  Postcodes,
  PublicReads,
  Values,
  type PostcodePlace,
  type PageArgs,
} from '@upstander/platform';
import {
  columnsOfPart,
  Service,
  type ConfidentialPart,
  type ManagedService,
  type PublicService,
} from './service.entity.js';
import { nearnessSql } from './nearby-query.js';
import type { ManagedServiceConnection, ServiceConnection } from './service.entity.js';
import type { ManagedServiceFilter, NearService, ServiceFilter } from './service.input.js';

const partOf = new Map(
  Object.entries(columnsOfPart).flatMap(([part, names]) =>
    names.map((name) => [name, part as ConfidentialPart] as const),
  ),
);
const internalFields: ReadonlySet<string> = new Set([
  'confidentialParts',
  'published',
  'searchPostcode',
  'assureBy',
  'needsVerification',
]);

/**
 * Public columns of service `s`. Confidential parts are cleared before they leave the database, so later code can't
 * show them by mistake.
 */
export const publicColumns = fieldsOf(Service)
  .filter(({ seenBy, column, property }) => seenBy !== null && column !== null && !internalFields.has(property))
  .map(({ property, column, options }) => {
    const part = partOf.get(property as keyof Service & string);
    const open = `s.${column}`;
    const value = part
      ? `CASE WHEN s.kept_confidential @> '{${part}}' THEN ${options.nullable ? 'NULL' : `''`} ELSE ${open} END`
      : open;
    return `${value} AS "${property}"`;
  })
  .join(', ');

const servedAreaNames = `ARRAY(SELECT a.label FROM unnest(s.served_areas) WITH ORDINALITY AS w (code, n)
  JOIN platform.area a ON a.code = w.code ORDER BY w.n)`;

/** Public fields that are not columns, for a service `s` of an organization `o`. */
export const publicAnswers = `o.name AS "organizationName", s.kept_confidential @> '{address}' AS "isAddressConfidential",
  ${servedAreaNames} AS "servedAreaNames"`;

@Injectable()
export class ServiceReads {
  constructor(
    private readonly db: Database,
    private readonly visitors: PublicReads,
    private readonly clock: Clock,
    private readonly postcodes: Postcodes,
  ) {}

  /**
   * Returns published services. With a ZIP code, nearby services come first: within the distance, or serving its
   * county, state or the country.
   * @throws Refusal BAD_INPUT
   */
  async list(
    question: { filter?: ServiceFilter | null; near?: NearService | null },
    page: PageArgs,
  ): Promise<ServiceConnection> {
    const values = new Values();
    const place = await this.locate(question.near);
    const near = place && nearnessSql(place, question.near!, values);
    const found = await keysetList<PublicService>(this.visitors.source(), {
      columns: `${publicColumns}, ${publicAnswers},
        ${near ? 'round(n.km)::integer' : 'NULL::integer'} AS "distanceKm", ${near ? 'n.near' : 'NULL::boolean'} AS "isNear"`,
      from: `learning.service s JOIN learning.organization o ON o.id = s.organization_id ${near ? near.join : ''}`,
      conditions: [
        's.published',
        ...this.conditions(question.filter ?? {}, values),
        ...(near && !question.near!.includeFar ? ['n.near'] : []),
      ],
      values,
      page,
      by: [
        ...(near ? [{ sql: near.rank, type: 'bigint' as const }] : []),
        { sql: 's.sort_name', type: 'text' },
        { sql: 's.id', type: 'uuid' },
      ],
    });
    return { ...found, postcodeKnown: question.near ? place !== null : null };
  }

  async bySlug(slug: string): Promise<PublicService | null> {
    const [service] = await this.visitors.source().query<PublicService & Record<string, unknown>>(
      `SELECT ${publicColumns}, ${publicAnswers}, NULL::integer AS "distanceKm", NULL::boolean AS "isNear"
       FROM learning.service s JOIN learning.organization o ON o.id = s.organization_id WHERE s.slug = $1 AND s.published`,
      [slug],
    );
    return service ?? null;
  }

  /** Returns all services with every field, soonest due for verification first. */
  async listManaged(filter: ManagedServiceFilter, page: PageArgs): Promise<ManagedServiceConnection> {
    const values = new Values();
    const today = values.add(this.clock.today());
    const conditions = filter.text ? matches('s.search_text', filter.text, values) : [];
    if (filter.due) conditions.push(isDue(today));
    if (typeof filter.published === 'boolean') conditions.push(`s.published = ${values.add(filter.published)}`);
    return keysetList<ManagedService>(this.db, {
      columns: managedColumns(today),
      from: managedTables,
      conditions,
      values,
      page,
      by: { 's.assure_by': 'date', 's.id': 'uuid' },
    });
  }

  /** @throws Refusal NOT_FOUND */
  async byId(id: string): Promise<ManagedService> {
    const [service] = isUuid(id)
      ? await this.db.query<ManagedService & Record<string, unknown>>(
          `SELECT ${managedColumns('$1')} FROM ${managedTables} WHERE s.id = $2`,
          [this.clock.today(), id],
        )
      : [];
    if (!service) throw notFound('This service');
    return service;
  }

  async countStale(): Promise<number> {
    const [found] = await this.db.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM learning.service s WHERE ${isDue('$1')}`,
      [this.clock.today()],
    );
    return found?.count ?? 0;
  }

  private conditions({ language, need, text }: ServiceFilter, values: Values): string[] {
    return [
      ...(language ? [`s.languages @> ARRAY[${values.add(language.trim().toLowerCase())}::text]`] : []),
      ...(need ? [`s.needs @> ARRAY[${values.add(need)}::text]`] : []),
      ...(text ? matches('s.search_text', text.slice(0, 100), values) : []),
    ];
  }

  private async locate(near: NearService | null | undefined): Promise<PostcodePlace | null> {
    if (!near) return null;
    if (near.withinKm < 1 || near.withinKm > 320) throw badInput({ 'near.withinKm': 'out-of-range' });
    return this.postcodes.locate(near.postcode);
  }
}

const managedTables = `learning.service s JOIN learning.organization o ON o.id = s.organization_id`;
const managedColumns = (today: string) =>
  `${selectList(Service, 's', 'staff')}, o.name AS "organizationName", ${accountName('s.assured_by')} AS "assuredByName",
   ${servedAreaNames} AS "servedAreaNames", ${isDue(today)} AS stale`;

/** SQL condition: published and due for verification, or imported and not verified yet. */
function isDue(today: string): string {
  return `(s.published AND s.assure_by < ${today}::date OR s.to_verify)`;
}
