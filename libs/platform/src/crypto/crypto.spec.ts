import { createHash, randomUUID } from 'node:crypto';
import type { Config } from '../config/config.js';
import { Puzzles } from './puzzles.js';
import { Secrets } from './secrets.js';
import { SignedIds } from './signed-ids.js';

const config = { APP_SECRET: 'one secret of at least thirty-two letters' } as Config;
const other = { APP_SECRET: 'another secret of thirty-two letters more' } as Config;

describe('a personal link', () => {
  const ids = new SignedIds(config);
  const id = randomUUID();

  test('opens to the id and version it was made for', () => {
    expect(ids.verify('signup', ids.sign('signup', id, 7))).toEqual({ id, version: 7 });
  });

  test('opens nothing for another purpose, with another secret, or when a single letter was changed', () => {
    const token = ids.sign('signup', id);
    expect(ids.verify('calendar-feed', token)).toBeNull();
    expect(new SignedIds(other).verify('signup', token)).toBeNull();
    for (let i = 0; i < token.length - 1; i += 1) {
      const changed = token.slice(0, i) + (token[i] === 'A' ? 'B' : 'A') + token.slice(i + 1);
      expect(ids.verify('signup', changed)).toBeNull();
    }
    expect(ids.verify('signup', '')).toBeNull();
    expect(ids.verify('signup', `${token}AAAA`)).toBeNull();
  });

  test('opens by its own spelling alone', () => {
    const token = ids.sign('signup', id);
    const ofBase64 = Buffer.from(token, 'base64url').toString('base64');
    const spellings = ['==', '\n', ' ', '.'].flatMap((extra) => [token + extra, extra + token]);
    const broken = `${token.slice(0, 20)}\r\n${token.slice(20)}`;
    // The last letter carries two bits that are part of no byte.
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const others = [...last].filter((letter) => letter !== token.at(-1)).map((letter) => token.slice(0, -1) + letter);
    for (const other of [...spellings, broken, ofBase64, ...others]) expect(ids.verify('signup', other)).toBeNull();
  });
});

describe('when the secret is replaced', () => {
  const ahead = { ...other, APP_SECRET_OLD: [config.APP_SECRET] } as Config;
  const id = randomUUID();

  test('what was made before still opens, and what is made now opens with the new secret alone', () => {
    const [before, during, after] = [config, ahead, other].map((of) => [new SignedIds(of), new Secrets(of)] as const);
    const link = before![0].sign('signup', id, 3);
    expect(during![0].verify('signup', link)).toEqual({ id, version: 3 });
    expect(during![0].verify('calendar-feed', link)).toBeNull();
    expect(after![0].verify('signup', link)).toBeNull();
    expect(after![0].verify('signup', during![0].sign('signup', id))).toEqual({ id, version: 0 });

    const sealed = before![1].seal('totp', 'JBSWY3DPEHPK3PXP');
    const resealed = during![1].resealed('totp', sealed)!;
    expect(after![1].unseal('totp', resealed)).toBe('JBSWY3DPEHPK3PXP');
    expect(during![1].resealed('totp', resealed)).toBeNull();
    expect(() => after![1].unseal('totp', sealed)).toThrow();
    expect(() => during![1].unseal('note', sealed)).toThrow();

    const mailed = before![1].digits('sign-in-code', id, 8);
    expect(during![1].digitsByAny('sign-in-code', id, 8)).toEqual([after![1].digits('sign-in-code', id, 8), mailed]);
    // A form that a browser keeps is locked with what it was locked with.
    expect(during![1].keyFor('drafts', id)).toEqual(before![1].keyFor('drafts', id));
  });

  test('a puzzle that was given out before is solved after', async () => {
    const now = new Date();
    const puzzle = await new Puzzles(config).fresh('gift', now);
    const number = Array.from({ length: puzzle.maxNumber + 1 }).findIndex(
      (_, n) => createHash('sha256').update(`${puzzle.salt}${n}`).digest('hex') === puzzle.challenge,
    );
    const solution = Buffer.from(JSON.stringify({ ...puzzle, number })).toString('base64');
    expect(await new Puzzles(ahead).solved('gift', solution, now)).not.toBeNull();
    expect(await new Puzzles(other).solved('gift', solution, now)).toBeNull();
  });
});

describe('sealed values', () => {
  const secrets = new Secrets(config);

  test('come back whole, and never look the same twice', () => {
    const sealed = secrets.seal('totp', 'JBSWY3DPEHPK3PXP');
    expect(secrets.unseal('totp', sealed)).toBe('JBSWY3DPEHPK3PXP');
    expect(secrets.seal('totp', 'JBSWY3DPEHPK3PXP')).not.toBe(sealed);
  });

  test('do not open for another purpose or with another secret', () => {
    const sealed = secrets.seal('totp', 'secret');
    expect(() => secrets.unseal('note', sealed)).toThrow();
    expect(() => new Secrets(other).unseal('totp', sealed)).toThrow();
  });

  test('a derived code has its digits and follows from the id alone', () => {
    const id = randomUUID();
    expect(secrets.digits('sign-in-code', id, 8)).toMatch(/^\d{8}$/);
    expect(secrets.digits('sign-in-code', id, 8)).toBe(secrets.digits('sign-in-code', id, 8));
    expect(secrets.digits('sign-in-code', id, 8)).not.toBe(secrets.digits('sign-in-code', randomUUID(), 8));
  });
});
