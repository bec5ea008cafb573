import { plainAddress } from './plain-address.js';

test('leaves a plain path unchanged, whatever its query contains', () => {
  for (const url of ['/', '/events', '/events/', '/.well-known/security.txt', '/%77ork', '/a.b/..c', '/?to=//x/../y']) {
    expect(plainAddress(url)).toBe(url);
  }
});

test('removes empty and dot segments in any encoding', () => {
  const plain: Record<string, string> = {
    '//x/reply': '/x/reply',
    '/./reply': '/reply',
    '/x/../reply?a=b': '/reply?a=b',
    '/x/%2E./reply': '/reply',
    '/../../reply/': '/reply/',
    '/a/b/..': '/a/',
    '/a/.': '/a/',
    '///': '/',
    '/..': '/',
  };
  for (const [url, expected] of Object.entries(plain)) expect([url, plainAddress(url)]).toEqual([url, expected]);
});

test('is idempotent and never points to another host', () => {
  const parts = ['', '.', '..', '%2e', '%2E.', 'x', 'reply', '%252e', 'a.b'];
  for (const a of parts) {
    for (const b of parts) {
      for (const c of parts) {
        const plain = plainAddress(`/${a}/${b}/${c}`) ?? '';
        expect(plainAddress(plain)).toBe(plain);
        expect(plain).toMatch(/^\/(?!\/)/);
      }
    }
  }
});

test('rejects URLs that no browser would send', () => {
  const invalid = ['', '*', 'x', 'http://x/', '/\\x', '/#x', '/é', '/a b', '/%', '/%zz', '/%c0%80', '/%00', '/?a=%00'];
  for (const url of invalid) expect([url, plainAddress(url)]).toEqual([url, null]);
  // A backslash is allowed in a query.
  expect(plainAddress('/events?near=a\\b')).toBe('/events?near=a\\b');
});
