import { SignedIds } from '@upstander/platform';
import type { TestApp } from './app.js';
import { aShift, aSignup } from './factories.js';
import { linkOf } from './sign-ups.js';

export const now = new Date('2027-05-01T12:00:00Z');
export const startsAt = new Date('2027-05-15T17:00:00Z');

/** The app is resolved when a test runs. */
export function handOvers(app: () => TestApp) {
  async function mutate(operation: string, type: string, input: object) {
    const select = operation === 'declineHandedOver' ? '{ ok }' : '{ signup { id status } }';
    const { data, errors } = await app().graphql<Record<string, { signup?: { status: string } } | null>>(
      `mutation ($input: ${type}!) { ${operation}(input: $input) ${select} }`,
      { input },
    );
    const error = errors?.[0]?.extensions;
    return { status: data?.[operation]?.signup?.status ?? null, refused: error?.code ?? null, details: error?.details };
  }

  const handOver = (signup: { id: string }, to: { name: string; email: string } | null, key?: string) =>
    mutate('handOverSignup', 'HandOverSignupInput', { token: linkOf(app(), signup.id), to, idempotencyKey: key });
  const withdraw = (signup: { id: string }, id: string) =>
    mutate('withdrawHandOver', 'WithdrawHandOverInput', { token: linkOf(app(), signup.id), id });
  const tokenOf = (offer: string) => app().nest.get(SignedIds).sign('hand-over', offer);
  const takeOffer = (offer: string) => mutate('takeHandedOver', 'AnswerHandOverInput', { token: tokenOf(offer) });
  const decline = (offer: string) => mutate('declineHandedOver', 'AnswerHandOverInput', { token: tokenOf(offer) });

  async function offersOf(signup: { id: string }): Promise<Array<{ id: string; name: string; status: string }>> {
    const { data } = await app().graphql<{
      mySignup: { handOvers: Array<{ id: string; name: string; status: string }> };
    }>('query ($t: String!) { mySignup(token: $t) { handOvers { id name status } } }', { t: linkOf(app(), signup.id) });
    return data.mySignup.handOvers;
  }

  async function readOffer(
    offer: string,
  ): Promise<{ status: string; from: string | null; overlaps: unknown[] } | null> {
    const { data } = await app().graphql<{
      handOverOffer: { status: string; from: string | null; overlaps: unknown[] } | null;
    }>('query ($t: String!) { handOverOffer(token: $t) { status from overlaps { title } } }', { t: tokenOf(offer) });
    return data.handOverOffer;
  }

  /** Creates a shift with one place, which Ana has, and these people on the waitlist. */
  async function reserveForAna(...line: string[]) {
    const shift = await aShift(app().db, { capacity: 1, event: { startsAt } });
    const ana = await aSignup(app().db, { shiftId: shift.id, name: 'Ana Reyes', now });
    for (const name of line) await aSignup(app().db, { shiftId: shift.id, name, status: 'waitlisted', now });
    return { shift, ana };
  }

  let people = 0;
  const newPerson = (name: string) => ({ name, email: `${name.toLowerCase()}-${++people}@example.org` });

  async function createOffer(signup: { id: string }, to: { name: string; email: string }): Promise<string> {
    expect(await handOver(signup, to)).toMatchObject({ status: 'CONFIRMED', refused: null });
    return (await offersOf(signup)).find(({ name }) => name === to.name)!.id;
  }

  return {
    say: mutate,
    handOver,
    withdraw,
    takeOffer,
    decline,
    tokenOf,
    offersOf,
    readOffer,
    reserveForAna,
    newPerson,
    createOffer,
  };
}
