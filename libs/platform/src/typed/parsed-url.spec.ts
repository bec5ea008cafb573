import { parsedUrl } from './parsed-url.js';

// What Node's own check gets wrong shows only in a process that runs for long; a lint rule keeps it out instead.
test('an address with an accented letter is one', () => {
  expect(parsedUrl('https://panadería-tres.mx')?.hostname).toBe('xn--panadera-tres-2ib.mx');
});

test('what is no address is null', () => {
  expect(['', '/', 'http://', 'http://a b', '//x:99999'].map((text) => parsedUrl(text))).toEqual(Array(5).fill(null));
  expect(parsedUrl('/a', 'https://b.example')?.href).toBe('https://b.example/a');
});
