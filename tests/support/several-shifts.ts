import { randomUUID } from 'node:crypto';
import type { RequestOptions, TestApp } from './app.js';
import { aShift, anEvent } from './factories.js';
import { hours } from './movable-clock.js';
import type { Receipt } from './sign-ups.js';

export interface ShiftOutcome {
  shiftId: string;
  signup: Receipt | null;
  refusal: { code: string } | null;
}

const signUpForShiftsMutation = `mutation ($input: SignUpForShiftsInput!) {
  signUpForShifts(input: $input) { outcomes { shiftId signup { id status position guests } refusal { code } } }
}`;

/** Signs up for several shifts, with name and address or as a volunteer known by link or cookie. */
export async function signUpForShifts(
  app: Pick<TestApp, 'graphql'>,
  shiftIds: string[],
  input: object = {},
  options?: RequestOptions,
) {
  const isIdentified = 'token' in input || options?.cookie !== undefined;
  const person = isIdentified ? {} : { person: { name: 'Ana Reyes', email: `${randomUUID()}@example.org` } };
  const { data, errors, headers } = await app.graphql<{ signUpForShifts: { outcomes: ShiftOutcome[] } } | null>(
    signUpForShiftsMutation,
    { input: { shiftIds, ...person, ...input } },
    options,
  );
  const [error] = errors ?? [];
  return {
    headers,
    outcomes: data?.signUpForShifts?.outcomes ?? [],
    told: (data?.signUpForShifts?.outcomes ?? []).map(({ signup, refusal }) => signup?.status ?? refusal?.code),
    refused: error?.extensions.code ?? null,
    details: error?.extensions.details ?? {},
  };
}

/** Creates consecutive shifts of one event with these capacities. */
export async function createShiftsInRow(app: TestApp, capacities: readonly number[], startsAt: Date) {
  const event = await anEvent(app.db, {
    startsAt,
    endsAt: new Date(startsAt.valueOf() + hours(capacities.length * 2)),
  });
  const shifts: Array<{ id: string; startsAt: Date }> = [];
  for (const [index, capacity] of capacities.entries()) {
    const from = new Date(startsAt.valueOf() + hours(index * 2));
    const { id } = await aShift(app.db, {
      eventId: event.id,
      capacity,
      role: `Part ${index + 1}`,
      startsAt: from,
      endsAt: new Date(from.valueOf() + hours(2)),
    });
    shifts.push({ id, startsAt: from });
  }
  return { event, ids: shifts.map(({ id }) => id), shifts };
}
