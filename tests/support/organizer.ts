import { startApp, type GraphqlAnswer, type TestApp } from './app.js';
import { aChapter } from './factories.js';

const fields = `id slug title status place startsAt endsAt startsAtLocal endsAtLocal timeZone online languages imageUrl
  contactName cancelReason version chapter { id }
  shifts { id role startsAt endsAt startsAtLocal endsAtLocal capacity taken waiting placesLeft note }`;

export const eventOperations = {
  create: `mutation ($input: EventInput!, $key: String) { createEvent(input: $input, idempotencyKey: $key) { ${fields} } }`,
  update: `mutation ($id: ID!, $input: EventInput!) { updateEvent(id: $id, input: $input) { ${fields} } }`,
  publish: `mutation ($id: ID!) { publishEvent(id: $id) { ${fields} } }`,
  cancel: `mutation ($id: ID!, $reason: String!) { cancelEvent(id: $id, reason: $reason) { ${fields} } }`,
  copy: `mutation ($id: ID!, $at: LocalDateTime, $key: String) {
    copyEvent(id: $id, startsAtLocal: $at, idempotencyKey: $key) { ${fields} }
  }`,
};

export interface ShownShift {
  id: string;
  role: string;
  startsAt: string;
  startsAtLocal: string;
  capacity: number;
  taken: number;
  waiting: number;
}

export interface ShownEvent {
  id: string;
  slug: string;
  title: string;
  status: string;
  version: number;
  startsAt: string;
  startsAtLocal: string;
  shifts: ShownShift[];
  [field: string]: unknown;
}

/** A shift of the event in `Organizer.input`: two hours on a Saturday in Los Angeles during daylight saving time. */
export const aShiftInput = {
  role: 'Packing',
  startsAtLocal: '2026-10-31T09:00',
  endsAtLocal: '2026-10-31T11:00',
  capacity: 4,
};

/** An app at a fixed time with an organizer of its only chapter. */
export class Organizer {
  private constructor(
    readonly app: TestApp,
    readonly chapterId: string,
    readonly cookie: string,
  ) {}

  static async at(now: Date): Promise<Organizer> {
    const app = await startApp();
    app.clock.set(now);
    const { id } = await aChapter(app.db);
    return new Organizer(app, id, (await app.signedIn({ role: 'organizer', chapterId: id })).cookie);
  }

  input(parts: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      chapterId: this.chapterId,
      title: 'Care kit packing',
      place: '12 Main St',
      timeZone: 'America/Los_Angeles',
      startsAtLocal: '2026-10-31T09:00',
      endsAtLocal: '2026-10-31T13:00',
      shifts: [aShiftInput],
      ...parts,
    };
  }

  asks(query: string, variables: Record<string, unknown>): Promise<GraphqlAnswer<Record<string, ShownEvent>>> {
    return this.app.graphql(query, variables, { cookie: this.cookie });
  }

  async does(query: string, variables: Record<string, unknown>): Promise<ShownEvent> {
    const { data, errors } = await this.asks(query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return Object.values(data)[0]!;
  }

  async faults(query: string, variables: Record<string, unknown>): Promise<unknown> {
    return (await this.asks(query, variables)).errors?.[0]?.extensions.details?.['fields'];
  }

  async published(parts: Record<string, unknown> = {}): Promise<ShownEvent> {
    const { id } = await this.does(eventOperations.create, { input: this.input(parts) });
    return this.does(eventOperations.publish, { id });
  }
}

export function sameShift(event: ShownEvent, parts: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...aShiftInput, id: event.shifts[0]!.id, ...parts };
}
