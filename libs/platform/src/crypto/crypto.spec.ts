import { createHash, randomUUID } from 'node:crypto';
import type { Config } from '../config/config.js';
import { Puzzles } from './puzzles.js';
import { Secrets } from './secrets.js';
import { SignedIds } from './signed-ids.js';

const config = { APP_SECRET: 'one secret of at least thirty-two letters' } as Config;
const otherConfig = { APP_SECRET: 'another secret of thirty-two letters more' } as Config;

describe('signed IDs', () => {
  const ids = new SignedIds(config);
  const id = randomUUID();

  test('verify a token and return its ID and version', () => {
    expect(ids.verify('signup', ids.sign('signup', id, 7))).toEqual({ id, version: 7 });
  });

  test('reject a token for another purpose, with another secret, or with one changed character', () => {
    const token = ids.sign('signup', id);
    expect(ids.verify('calendar-feed', token)).toBeNull();
    expect(new SignedIds(otherConfig).verify('signup', token)).toBeNull();
    for (let i = 0; i < token.length - 1; i += 1) {
      const changed = token.slice(0, i) + (token[i] === 'A' ? 'B' : 'A') + token.slice(i + 1);
      expect(ids.verify('signup', changed)).toBeNull();
    }
    expect(ids.verify('signup', '')).toBeNull();
    expect(ids.verify('signup', `${token}AAAA`)).toBeNull();
  });

  test('reject other encodings of a valid token', () => {
    const token = ids.sign('signup', id);
    const ofBase64 = Buffer.from(token, 'base64url').toString('base64');
    const spellings = ['==', '\n', ' ', '.'].flatMap((extra) => [token + extra, extra + token]);
    const brokenToken = `${token.slice(0, 20)}\r\n${token.slice(20)}`;
    // The last character of the token has two unused bits.
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const otherTokens = [...last]
      .filter((letter) => letter !== token.at(-1))
      .map((letter) => token.slice(0, -1) + letter);
    for (const other of [...spellings, brokenToken, ofBase64, ...otherTokens])
      expect(ids.verify('signup', other)).toBeNull();
  });
});

describe('secret rotation', () => {
  const rotatedConfig = { ...otherConfig, APP_SECRET_OLD: [config.APP_SECRET] } as Config;
  const id = randomUUID();

  test('verifies and unseals values made with the old secret, and makes new ones with the new secret only', () => {
    const [before, during, after] = [config, rotatedConfig, otherConfig].map(
      (settings) => [new SignedIds(settings), new Secrets(settings)] as const,
    );
    const link = before![0].sign('signup', id, 3);
    expect(during![0].verify('signup', link)).toEqual({ id, version: 3 });
    expect(during![0].verify('calendar-feed', link)).toBeNull();
    expect(after![0].verify('signup', link)).toBeNull();
    expect(after![0].verify('signup', during![0].sign('signup', id))).toEqual({ id, version: 0 });

    const sealed = before![1].seal('totp', 'JBSWY3DPEHPK3PXP');
    const resealed = during![1].reseal('totp', sealed)!;
    expect(after![1].unseal('totp', resealed)).toBe('JBSWY3DPEHPK3PXP');
    expect(during![1].reseal('totp', resealed)).toBeNull();
    expect(() => after![1].unseal('totp', sealed)).toThrow();
    expect(() => during![1].unseal('note', sealed)).toThrow();

    const mailed = before![1].digits('sign-in-code', id, 8);
    expect(during![1].digitsByAnySecret('sign-in-code', id, 8)).toEqual([
      after![1].digits('sign-in-code', id, 8),
      mailed,
    ]);
    // Locks of browser drafts keep the oldest key.
    expect(during![1].keyFor('drafts', id)).toEqual(before![1].keyFor('drafts', id));
  });

  test('accepts the solution of a puzzle issued before the rotation', async () => {
    const now = new Date();
    const puzzle = await new Puzzles(config).createPuzzle('gift', now);
    const number = Array.from({ length: puzzle.maxNumber + 1 }).findIndex(
      (_, n) => createHash('sha256').update(`${puzzle.salt}${n}`).digest('hex') === puzzle.challenge,
    );
    const solution = Buffer.from(JSON.stringify({ ...puzzle, number })).toString('base64');
    expect(await new Puzzles(rotatedConfig).verifySolution('gift', solution, now)).not.toBeNull();
    expect(await new Puzzles(otherConfig).verifySolution('gift', solution, now)).toBeNull();
  });
});

describe('sealed values', () => {
  const secrets = new Secrets(config);

  test('unseal to the original and differ each time', () => {
    const sealed = secrets.seal('totp', 'JBSWY3DPEHPK3PXP');
    expect(secrets.unseal('totp', sealed)).toBe('JBSWY3DPEHPK3PXP');
    expect(secrets.seal('totp', 'JBSWY3DPEHPK3PXP')).not.toBe(sealed);
  });

  test('do not unseal for another purpose or with another secret', () => {
    const sealed = secrets.seal('totp', 'secret');
    expect(() => secrets.unseal('note', sealed)).toThrow();
    expect(() => new Secrets(otherConfig).unseal('totp', sealed)).toThrow();
  });

  test('derives the same digits from the same ID', () => {
    const id = randomUUID();
    expect(secrets.digits('sign-in-code', id, 8)).toMatch(/^\d{8}$/);
    expect(secrets.digits('sign-in-code', id, 8)).toBe(secrets.digits('sign-in-code', id, 8));
    expect(secrets.digits('sign-in-code', id, 8)).not.toBe(secrets.digits('sign-in-code', randomUUID(), 8));
  });
});
