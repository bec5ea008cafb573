import { splitIntoWaves, signupRequestOf, type SignupRequest } from './signup-request.js';

const shiftId = '3b241101-e2bb-4255-8caf-4136c566a962';
const aRequest = (email: string, key?: string): SignupRequest =>
  signupRequestOf({ shiftId, name: 'Ana', email, idempotencyKey: key ?? null });

describe('a sign-up request', () => {
  test('has the same hash for the same input, ignoring the case of the address', () => {
    const [one, second, other] = [aRequest('ana@x.org', 'k'), aRequest('ANA@x.org', 'k'), aRequest('bea@x.org', 'k')];
    expect(one.hash).toBe(second.hash);
    expect(one.hash).not.toBe(other.hash);
    expect(aRequest('ana@x.org').hash).toBeNull();
  });
});

describe('splitting a batch into waves', () => {
  test('keeps requests together and in order if no person repeats', () => {
    const requests = [aRequest('a@x.org', '1'), aRequest('b@x.org', '2'), aRequest('c@x.org')];
    expect(splitIntoWaves(requests)).toEqual([requests]);
  });

  test('separates requests that repeat an address or a key', () => {
    const [first, repeated, sameKey] = [aRequest('a@x.org', '1'), aRequest('A@X.org'), aRequest('b@x.org', '1')];
    expect(splitIntoWaves([first, repeated, sameKey])).toEqual([[first], [repeated, sameKey]]);
  });

  test('separates two shifts of one verified volunteer', () => {
    const [first, other] = [aRequest('a@x.org'), { ...aRequest('A@x.org'), shift: 'another' }];
    expect(splitIntoWaves([first, other])).toEqual([[first, other]]);
    const [verified, next] = [first, other].map((request) => ({ ...request, verified: true, batched: true }));
    expect(splitIntoWaves([verified!, next!])).toEqual([[verified], [next]]);
  });
});
