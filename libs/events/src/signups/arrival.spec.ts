import { apart, arrivalOf, type Arrival } from './arrival.js';

const shiftId = '3b241101-e2bb-4255-8caf-4136c566a962';
const anArrival = (email: string, key?: string): Arrival =>
  arrivalOf({ shiftId, name: 'Ana', email, idempotencyKey: key ?? null });

describe('an arrival', () => {
  test('the same words have the same hash, whatever the case of the address', () => {
    const [one, two, other] = [anArrival('ana@x.org', 'k'), anArrival('ANA@x.org', 'k'), anArrival('bea@x.org', 'k')];
    expect(one.hash).toBe(two.hash);
    expect(one.hash).not.toBe(other.hash);
    expect(anArrival('ana@x.org').hash).toBeNull();
  });
});

describe('arrivals of one batch', () => {
  test('stay together and in order while nobody comes twice', () => {
    const arrivals = [anArrival('a@x.org', '1'), anArrival('b@x.org', '2'), anArrival('c@x.org')];
    expect(apart(arrivals)).toEqual([arrivals]);
  });

  test('are parted where an address or a key comes again', () => {
    const [first, again, sameKey] = [anArrival('a@x.org', '1'), anArrival('A@X.org'), anArrival('b@x.org', '1')];
    expect(apart([first, again, sameKey])).toEqual([[first], [again, sameKey]]);
  });
});
