import type { Organizer, ShownEvent } from './organizer.js';

const fields = `id slug title status rule version until extraDates excludedDates continuesSeriesId upcomingCount
  template { durationMinutes place shifts { role startMinutes endMinutes capacity } }`;
const previewFields = `changedDates addedDates droppedDates firstDropped ownDates parts changedPeople displacedPeople
  droppedPeople notifiedPeople`;

export const seriesOperations = {
  create: `mutation ($input: SeriesInput!, $key: String) { createSeries(input: $input, idempotencyKey: $key) { ${fields} } }`,
  publish: `mutation ($id: ID!) { publishSeries(id: $id) { ${fields} } }`,
  update: `mutation ($id: ID!, $input: SeriesEditInput!) { updateSeries(id: $id, input: $input) { ${fields} } }`,
  preview: `query ($input: SeriesInput!) {
    previewSeries(input: $input) {
      count dates { local startsAtLocal isExtra isExcluded holiday takesPlace clockChange neighbors clashes }
    }
  }`,
  previewEdit: `query ($id: ID!, $input: SeriesEditInput!) { previewSeriesEdit(id: $id, input: $input) { ${previewFields} } }`,
  end: `mutation ($id: ID!, $lastDay: LocalDate!, $reason: String) {
    endSeries(id: $id, lastDay: $lastDay, reason: $reason) { ${fields} }
  }`,
  skip: `mutation ($id: ID!, $eventId: ID!, $reason: String) {
    skipSeriesDate(id: $id, eventId: $eventId, reason: $reason) { ${fields} }
  }`,
  add: `mutation ($id: ID!, $at: LocalDateTime!) { addSeriesDate(id: $id, startsAtLocal: $at) { ${fields} } }`,
  reset: `mutation ($eventId: ID!, $parts: [EventPart!]!) {
    resetOccurrence(eventId: $eventId, parts: $parts) { id title place startsAtLocal overrides shifts { id role capacity } }
  }`,
  list: `query ($filter: SeriesFilter, $sort: SeriesSort, $first: Int) {
    seriesList(filter: $filter, sort: $sort, first: $first) { totalCount edges { node { id title upcomingCount nextStartsAt } } }
  }`,
  one: `query ($id: ID!) { series(id: $id) { ${fields} chapter { name } } }`,
};

export interface ShownSeries {
  id: string;
  slug: string;
  title: string;
  status: string;
  rule: string;
  version: number;
  upcomingCount: number;
  excludedDates: string[];
  extraDates: string[];
  [field: string]: unknown;
}

export interface StoredDate {
  [column: string]: unknown;
  id: string;
  seriesId: string;
  slug: string;
  status: string;
  original: string;
  startsAtLocal: string;
  startsAt: Date;
  place: string;
  overrides: string[];
}

/** An organizer's calls about series. A refusal fails the test. */
export class SeriesOrganizer {
  constructor(readonly rosa: Organizer) {}

  get app() {
    return this.rosa.app;
  }

  async does<Result = ShownSeries>(query: string, variables: Record<string, unknown>): Promise<Result> {
    return (await this.rosa.does(query, variables)) as unknown as Result;
  }

  /** Weekly from Saturday, October 31, 2026 in Los Angeles; clocks are set back the night after. */
  input(parts: Record<string, unknown> = {}, event: Record<string, unknown> = {}): Record<string, unknown> {
    return { rule: 'FREQ=WEEKLY;BYDAY=SA', event: this.rosa.input(event), ...parts };
  }

  async published(parts: Record<string, unknown> = {}, event: Record<string, unknown> = {}): Promise<ShownSeries> {
    const { id } = await this.does(seriesOperations.create, { input: this.input(parts, event) });
    return this.does(seriesOperations.publish, { id });
  }

  /** Returns the dates of a series in order of their planned starts. */
  dates(seriesId: string): Promise<StoredDate[]> {
    return this.app.db.query<StoredDate>(
      `SELECT id, series_id AS "seriesId", slug, status, original_local AS original, starts_at_local AS "startsAtLocal",
         starts_at AS "startsAt", place, overrides
       FROM events.event WHERE series_id = $1 ORDER BY original_local`,
      [seriesId],
    );
  }

  async shiftsOf(
    eventId: string,
  ): Promise<
    Array<{ id: string; role: string; capacity: number; taken: number; waiting: number; startsAtLocal: string }>
  > {
    return this.app.db.query(
      `SELECT id, role, capacity, taken, waiting, starts_at_local AS "startsAtLocal" FROM events.shift
       WHERE event_id = $1 ORDER BY position`,
      [eventId],
    );
  }

  /** Returns the input for an event as the form of an occurrence sends it. */
  async eventInput(eventId: string, changes: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    const event = await this.rosa.does(
      `query ($id: ID!) { manageEvent(id: $id) { id slug title status version startsAt startsAtLocal endsAtLocal timeZone place
        chapter { id } shifts { id role startsAt startsAtLocal endsAtLocal capacity taken waiting } } }`,
      { id: eventId },
    );
    return { ...inputOf(event), ...changes };
  }
}

function inputOf(event: ShownEvent): Record<string, unknown> {
  return {
    chapterId: (event['chapter'] as { id: string }).id,
    title: event.title,
    place: event['place'],
    timeZone: event['timeZone'],
    startsAtLocal: event.startsAtLocal,
    endsAtLocal: event['endsAtLocal'],
    version: event.version,
    shifts: event.shifts.map(({ id, role, startsAtLocal, capacity, ...shift }) => ({
      id,
      role,
      startsAtLocal,
      endsAtLocal: (shift as unknown as { endsAtLocal: string }).endsAtLocal,
      capacity,
    })),
  };
}
