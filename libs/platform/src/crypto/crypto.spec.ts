import { randomUUID } from 'node:crypto';
import type { Config } from '../config/config.js';
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
