import { changeSession, sessionCookies } from './session-changes.js';

const answer = () => Promise.resolve({ data: { ok: true }, setCookie: ['session=abc; Path=/', 'lang=es; Path=/'] });

test('a form that was sent hands the session on, and no other cookie', async () => {
  expect(await changeSession('POST', answer)).toEqual({
    data: { ok: true },
    errors: undefined,
    cookies: ['session=abc; Path=/'],
  });
});

test('following a link signs nobody in or out: the API is not even asked', async () => {
  let asked = 0;
  for (const method of ['GET', 'HEAD']) {
    const changing = changeSession(method, () => {
      asked += 1;
      return answer();
    });
    await expect(changing).rejects.toThrow('Only a form');
  }
  expect(asked).toBe(0);
});

test('the session is known by its names, with TLS and without', () => {
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
