import type { Config } from '@upstander/platform';
import { SessionCookie } from './session-cookie.js';

const plain = new SessionCookie({ isSecure: false } as Config);
const secure = new SessionCookie({ isSecure: true } as Config);

test('binds the cookie to the host on TLS and hides it from scripts and other sites', () => {
  expect(secure.createCookie('token', 60)).toBe(
    '__Host-session=token; Max-Age=60; Path=/; HttpOnly; SameSite=Lax; Secure',
  );
  expect(plain.createCookie('token', 60)).toBe('session=token; Max-Age=60; Path=/; HttpOnly; SameSite=Lax');
});

test.each([
  [undefined, null],
  ['', null],
  ['lang=es', null],
  ['lang=es; session=abc', 'abc'],
  ['session=', null],
  ['xsession=abc', null],
  ['__Host-session=abc', null],
])('reads the token from "%s" as %s', (header, token) => {
  expect(plain.readToken(header)).toBe(token);
});

test('ignores a cookie without the __Host- prefix on TLS', () => {
  expect(secure.readToken('session=abc')).toBeNull();
});
