import { backoff, readSmtpError } from './smtp-failure.js';

describe('what a failed attempt says', () => {
  test.each([
    ['a full mailbox', { code: 'EENVELOPE', responseCode: 452, response: '452 4.2.2 Mailbox full' }, 'later'],
    ['greylisting', { code: 'EENVELOPE', responseCode: 451 }, 'later'],
    ['something that is no address', { code: 'EENVELOPE' }, 'unwritable'],
    ['an unknown address', { code: 'EENVELOPE', responseCode: 550 }, 'never'],
    ['a mail the server will not take', { code: 'EMESSAGE', responseCode: 554 }, 'never'],
    ['a server that closes', { code: 'ECONNECTION', responseCode: 421 }, 'unreached'],
    ['a server that is not there', { code: 'ESOCKET', message: 'connect ECONNREFUSED' }, 'unreached'],
    ['a password that is wrong', { code: 'EAUTH', responseCode: 535 }, 'server-away'],
  ])('%s', (_, error, kind) => {
    expect(readSmtpError(error).kind).toBe(kind);
  });

  test('the waits double, are never longer than an hour and never all the same', () => {
    expect([1, 2, 3, 20].map((attempt) => backoff(attempt, 0.5))).toEqual([30_000, 60_000, 120_000, 3_600_000]);
    expect(backoff(1, 0)).toBeLessThan(backoff(1, 1));
  });
});
