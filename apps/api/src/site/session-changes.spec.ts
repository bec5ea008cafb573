import { changeSession, sessionCookies } from './session-changes.js';

const answer = () => Promise.resolve({ data: { ok: true }, setCookie: ['session=abc; Path=/', 'lang=es; Path=/'] });

test('passes on the session cookie of a form response and no other cookie', async () => {
  expect(await changeSession('POST', answer)).toEqual({
    data: { ok: true },
    errors: undefined,
    cookies: ['session=abc; Path=/'],
  });
});

test('never changes the session or calls the API when a link is followed', async () => {
  let callCount = 0;
  for (const method of ['GET', 'HEAD']) {
    const changing = changeSession(method, () => {
      callCount += 1;
      return answer();
    });
    await expect(changing).rejects.toThrow('Only a form');
  }
  expect(callCount).toBe(0);
});

test('recognizes session cookies by name, with and without HTTPS', () => {
  const set = [
    '__Host-session=a; Secure',
    'session=; Max-Age=0',
    'mysession=b',
    'x=session=c',
    'Session=d',
    'code-asked=e',
    'mydevice=f',
    'device=g',
  ];
  expect(sessionCookies(set)).toEqual(['__Host-session=a; Secure', 'session=; Max-Age=0', 'code-asked=e', 'device=g']);
});
