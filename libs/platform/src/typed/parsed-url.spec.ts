import { parsedUrl } from './parsed-url.js';

// The bug of `URL.canParse` appears only in long-running processes, so a lint rule covers it.
test('parses a host with an accented letter', () => {
  expect(parsedUrl('https://panadería-tres.mx')?.hostname).toBe('xn--panadera-tres-2ib.mx');
});

test('returns null for an invalid URL', () => {
  expect(['', '/', 'http://', 'http://a b', '//x:99999'].map((text) => parsedUrl(text))).toEqual(Array(5).fill(null));
  expect(parsedUrl('/a', 'https://b.example')?.href).toBe('https://b.example/a');
});
