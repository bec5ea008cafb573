import { backoff, readSmtpError } from './smtp-failure.js';

describe('classifying SMTP errors', () => {
  test.each([
    [
      'treats a full mailbox as temporary',
      { code: 'EENVELOPE', responseCode: 452, response: '452 4.2.2 Mailbox full' },
      'later',
    ],
    ['treats greylisting as temporary', { code: 'EENVELOPE', responseCode: 451 }, 'later'],
    ['reports an invalid address as unwritable', { code: 'EENVELOPE' }, 'unwritable'],
    ['treats an unknown address as permanent', { code: 'EENVELOPE', responseCode: 550 }, 'never'],
    ['treats rejected content as permanent', { code: 'EMESSAGE', responseCode: 554 }, 'never'],
    ['treats a closing server as unreached', { code: 'ECONNECTION', responseCode: 421 }, 'unreached'],
    ['treats a refused connection as unreached', { code: 'ESOCKET', message: 'connect ECONNREFUSED' }, 'unreached'],
    ['treats failed authentication as an unavailable server', { code: 'EAUTH', responseCode: 535 }, 'server-away'],
  ])('%s', (_, error, kind) => {
    expect(readSmtpError(error).kind).toBe(kind);
  });

  test('doubles the delay up to one hour, with jitter', () => {
    expect([1, 2, 3, 20].map((attempt) => backoff(attempt, 0.5))).toEqual([30_000, 60_000, 120_000, 3_600_000]);
    expect(backoff(1, 0)).toBeLessThan(backoff(1, 1));
  });
});
