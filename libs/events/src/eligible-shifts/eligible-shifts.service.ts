import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import {
  Clock,
  countCap,
  Database,
  keysAfter,
  keysetList,
  Postcodes,
  Values,
  withNodes,
  type KeysetParts,
  type KeysetSource,
  type NearPostcode,
  type SortKey,
  type PageArgs,
} from '@upstander/platform';
import { EventReads } from '../events/event-reads.js';
import { milesTo, postcodesNear, type Near } from '../places/near.js';
import { conditionsFor, requirementConditionsOf, type RequirementConditions } from './eligible-conditions.js';
import type { EligibleShift, EligibleShiftConnection, MissingRequirement } from './eligible-shift.js';
import type { EligibleShiftFilter } from './eligible-shifts.input.js';
import { Seekers } from './seeker.js';

interface EligibleRow {
  id: string;
  eventId: string;
  postcode: string | null;
  missing: MissingRequirement[];
}

/** Shifts without missing requirements come first, then by start time. */
const sortKeysOf = ({ lacksNothing }: RequirementConditions): SortKey[] => [
  { sql: `(CASE WHEN ${lacksNothing} THEN 0 ELSE 1 END)`, type: 'bigint' },
  { sql: 's.starts_at', type: 'timestamptz' },
  { sql: 's.id', type: 'uuid' },
];

@Injectable()
export class EligibleShifts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly seekers: Seekers,
    private readonly postcodes: Postcodes,
    private readonly events: EventReads,
  ) {}

  /** @throws Refusal BAD_INPUT for an invalid weekday, distance, ID or cursor */
  async list(
    actor: Actor,
    criteria: { near?: Near | null; filter?: EligibleShiftFilter | null },
    page: PageArgs,
  ): Promise<EligibleShiftConnection> {
    const seeker = await this.seekers.findSeeker(actor);
    const near = await postcodesNear(this.postcodes, criteria.near);
    const values = new Values();
    const conditions = conditionsFor(seeker, criteria.filter ?? {}, { near, now: this.clock.now() }, values);
    const requirements = requirementConditionsOf(seeker, values);
    const by = sortKeysOf(requirements);
    const matches = await keysetList<EligibleRow>(this.db, {
      columns: 's.id, s.event_id AS "eventId", s.postcode',
      from: 'events.shift s',
      details: { columns: 'asked.missing', from: requirements.missing },
      conditions,
      values,
      by,
      page,
      source: createReadySource({ asked: requirements, after: keysAfter(page.after, by), values }),
    });
    return { ...(await this.toConnection(matches, near)), postcodeKnown: criteria.near ? near !== null : null };
  }

  private async toConnection(
    matches: Awaited<ReturnType<typeof keysetList<EligibleRow>>>,
    near: readonly NearPostcode[] | null,
  ) {
    const ids = [...new Set(matches.edges.map(({ node }) => node.eventId))];
    const events = ids.length > 0 ? await this.events.byIds(ids) : new Map();
    const miles = milesTo(near);
    return withNodes(matches, ({ id, eventId, postcode, missing }): EligibleShift => {
      const event = events.get(eventId);
      const shift = event?.shifts.find((one: { id: string }) => one.id === id);
      if (!event || !shift) throw new Error('A shift that was just found is gone.');
      return { event, shift, missing, miles: miles({ online: event.online, postcode }) };
    });
  }
}

/**
 * Builds a query that puts shifts without missing requirements first.
 * Up to the count limit, all matches are read once and sorted. Otherwise, two index scans in start order run one after
 * the other. A single sort would read every open shift for the first page.
 */
function createReadySource({
  asked: requirements,
  after,
  values,
}: {
  asked: RequirementConditions;
  after: string[] | null;
  values: Values;
}) {
  return ({ from, where, behind, orderOf: sorted, limit }: KeysetParts): KeysetSource => {
    const columns = 's.starts_at, s.id, s.event_id, s.postcode';
    const prelude = `WITH found AS MATERIALIZED (
        SELECT (CASE WHEN ${requirements.lacksNothing} THEN 0 ELSE 1 END)::bigint AS lacks, ${columns}
        FROM ${from} WHERE ${where} LIMIT ${countCap + 1}
      ), known AS MATERIALIZED (SELECT count(*) <= ${countCap} AS whole FROM found)`;
    const scan = (lackCount: number, condition: string) => {
      const [cursorLacks, startsAt, id] = after ?? [];
      const afterCursor =
        Number(cursorLacks) === lackCount
          ? `AND (s.starts_at, s.id) > (${values.add(startsAt)}::timestamptz, ${values.add(id)}::uuid)`
          : '';
      return `(SELECT ${lackCount}::bigint AS lacks, ${columns} FROM ${from}
        WHERE NOT (SELECT whole FROM known) AND ${where} AND ${condition} ${afterCursor}
        ORDER BY ${sorted(['s.starts_at', 's.id'])} LIMIT ${limit})`;
    };
    const parts = [
      'SELECT f.* FROM found f WHERE (SELECT whole FROM known)',
      ...(Number(after?.[0] ?? 0) === 0 ? [scan(0, requirements.lacksNothing)] : []),
      scan(1, requirements.lacksSomething),
    ];
    const keys = ['s.lacks', 's.starts_at', 's.id'];
    return { prelude, matches: 'found m', from: `(${parts.join(' UNION ALL ')}) s`, where: behind(keys), keys };
  };
}
