import { draftCookie, draftKeyOf } from './draft-cookie.js';

const key = 'e3b0c442-98fc-4c14-9afb-f4c8996fb924';
const asking = (cookie: string) => new Request('https://volunteer.example.org/', { headers: { cookie } });

test('over TLS the key of a gift’s form is bound to this very host, and no script and no other site can use it', () => {
  const cookie = draftCookie(key, 'https://volunteer.example.org');
  expect(cookie).toBe(`__Host-gift-draft=${key}; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure`);
  expect(draftKeyOf(asking(`lang=es; ${cookie.split(';')[0]}`))).toBe(key);
});

test.each(['', `gift-draft=${key}`, '__Host-gift-draft=not%20a%20key', '__Host-gift-draft='])(
  'what a neighbour could set, or is no key, is not taken: %s',
  (cookie) => expect(draftKeyOf(asking(cookie))).toBeNull(),
);
