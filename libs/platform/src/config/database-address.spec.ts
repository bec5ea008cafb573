import { databaseAddress, firstOf, acceptsWrites } from './database-address.js';

describe('databaseAddress', () => {
  test('returns a URL with one host unchanged', () => {
    const url = 'postgres://upstander:se%40cret@db:5432/upstander?sslmode=verify-full';
    expect(databaseAddress(url)).toEqual({ each: [url], target: 'any' });
    expect(firstOf(url)).toBe(url);
  });

  test('splits several hosts into one URL each, with or without a port', () => {
    const url = 'postgresql://upstander:a,b@db1:5432,db2,[2001:db8::1]:5433/upstander?target_session_attrs=read-write';
    const suffix = '/upstander?target_session_attrs=read-write';
    expect(databaseAddress(url)).toEqual({
      each: ['db1:5432', 'db2', '[2001:db8::1]:5433'].map((host) => `postgresql://upstander:a,b@${host}${suffix}`),
      target: 'read-write',
    });
    expect(new URL(firstOf(url)).username).toBe('upstander');
  });

  test.each(['', 'db:5432/upstander', 'mysql://db/upstander', 'postgres://db1,,db2/upstander', 'postgres://a:x,b/u'])(
    'rejects %p',
    (text) => {
      expect(databaseAddress(text)).toBeNull();
      expect(firstOf(text)).toBe(text);
    },
  );

  test('accepts the supported values of target_session_attrs', () => {
    const parseWithTarget = (target: string) => databaseAddress(`postgres://a,b/u?target_session_attrs=${target}`);
    expect(parseWithTarget('standby')?.target).toBe('standby');
    expect(parseWithTarget('prefer-standby')).toBeNull();
    expect(
      ['read-write', 'primary', 'any', 'read-only'].map((target) => acceptsWrites(parseWithTarget(target)!)),
    ).toEqual([true, true, false, false]);
    expect(acceptsWrites(databaseAddress('postgres://a/u')!)).toBe(true);
  });
});
