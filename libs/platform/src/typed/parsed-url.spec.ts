import { parsedUrl } from './parsed-url.js';

test('an address with an accented letter is one, the first time and the twenty-thousandth', () => {
  const hosts = new Set<string | undefined>();
  for (let i = 0; i < 20_000; i += 1) hosts.add(parsedUrl('https://panadería-tres.mx')?.hostname);
  expect([...hosts]).toEqual(['xn--panadera-tres-2ib.mx']);
});

test('what is no address is null', () => {
  expect(['', '/', 'http://', 'http://a b', '//x:99999'].map((text) => parsedUrl(text))).toEqual(Array(5).fill(null));
  expect(parsedUrl('/a', 'https://b.example')?.href).toBe('https://b.example/a');
});
