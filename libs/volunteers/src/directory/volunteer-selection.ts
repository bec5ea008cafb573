import { Field, InputType, Int } from '@nestjs/graphql';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { badInput, Clock, Database, Refusal, Values, type Tx } from '@upstander/platform';
import { VolunteerAccess } from '../access/volunteer-access.js';
import { buildVolunteerQuery } from './volunteer-conditions.js';
import { VolunteerFilter, VolunteerOrder } from './volunteer-filter.input.js';

const maxMatches = 2_000;

@InputType({ description: 'All volunteers that match a filter, at most 2,000.' })
export class VolunteerSelection {
  @Field(() => VolunteerFilter, { description: 'The filter, as the list has it.' }) filter!: VolunteerFilter;
  @Field(() => Int, { description: 'How many match, as the caller saw it; nothing happens if that changed.' })
  count!: number;
}

export interface VolunteerSelector {
  ids?: string[] | null;
  matching?: VolunteerSelection | null;
}

@Injectable()
export class VolunteerSelections {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: VolunteerAccess,
  ) {}

  /**
   * Returns distinct lowercase IDs in order. At most `mostIds` can be given by ID.
   * @throws Refusal BAD_INPUT, NOT_FOUND, SELECTION_CHANGED if the number of matches has changed
   */
  async idsOf(
    actor: Actor,
    { ids, matching }: VolunteerSelector,
    maxIds: number,
    db: Pick<Tx, 'query'> = this.db,
  ): Promise<string[]> {
    if (!ids === !matching) throw badInput({ ids: ids ? 'too-many' : 'required' });
    if (matching) return this.matchingIds(actor, matching, db);
    if (ids!.length > maxIds) throw badInput({ ids: 'too-many' });
    return distinctIds(ids!);
  }

  private async matchingIds(
    actor: Actor,
    { filter, count }: VolunteerSelection,
    db: Pick<Tx, 'query'>,
  ): Promise<string[]> {
    const values = new Values();
    const today = this.clock.today();
    const chapters = this.access.chaptersOf(actor);
    const { from, conditions, by } = buildVolunteerQuery(filter, VolunteerOrder.NAME, chapters, values, today);
    const rows = await db.query<{ id: string }>(
      `SELECT ${by[1]!.sql} AS id FROM ${from} WHERE ${conditions.join(' AND ')} ORDER BY 1 LIMIT ${maxMatches + 1}`,
      values.list,
    );
    if (rows.length > maxMatches) throw badInput({ matching: 'too-many' });
    if (rows.length !== count) {
      throw new Refusal('SELECTION_CHANGED', 'The list has changed since you selected. Check it and select again.', {
        count: rows.length,
      });
    }
    return rows.map(({ id }) => id);
  }
}

/** Returns distinct lowercase IDs in order. */
export function distinctIds(ids: readonly string[]): string[] {
  return [...new Set(ids.map((id) => id.toLowerCase()))].sort();
}
