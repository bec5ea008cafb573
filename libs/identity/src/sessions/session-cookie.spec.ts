import type { Config } from '@upstander/platform';
import { SessionCookie } from './session-cookie.js';

const plain = new SessionCookie({ secure: false } as Config);
const secure = new SessionCookie({ secure: true } as Config);

test('on TLS the cookie is bound to the host, and no script and no other site can use it', () => {
  expect(secure.keep('token', 60)).toBe('__Host-session=token; Max-Age=60; Path=/; HttpOnly; SameSite=Lax; Secure');
  expect(plain.keep('token', 60)).toBe('session=token; Max-Age=60; Path=/; HttpOnly; SameSite=Lax');
});

test.each([
  [undefined, null],
  ['', null],
  ['lang=es', null],
  ['lang=es; session=abc', 'abc'],
  ['session=', null],
  ['xsession=abc', null],
  ['__Host-session=abc', null],
])('from "%s" it reads %s', (header, token) => {
  expect(plain.readToken(header)).toBe(token);
});

test('a cookie that another page of the host could set is not taken on TLS', () => {
  expect(secure.readToken('session=abc')).toBeNull();
});
