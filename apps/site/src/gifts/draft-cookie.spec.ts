import { draftCookie, draftKeyOf } from './draft-cookie.js';

const key = 'e3b0c442-98fc-4c14-9afb-f4c8996fb924';
const asking = (cookie: string) => new Request('https://volunteer.example.org/', { headers: { cookie } });

test('binds the form key to this host over TLS and hides it from scripts and other sites', () => {
  const cookie = draftCookie(key, 'https://volunteer.example.org');
  expect(cookie).toBe(`__Host-gift-draft=${key}; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure`);
  expect(draftKeyOf(asking(`lang=es; ${cookie.split(';')[0]}`))).toBe(key);
});

test.each(['', `gift-draft=${key}`, '__Host-gift-draft=not%20a%20key', '__Host-gift-draft='])(
  'ignores invalid keys and cookies a sibling domain could set: %s',
  (cookie) => expect(draftKeyOf(asking(cookie))).toBeNull(),
);
