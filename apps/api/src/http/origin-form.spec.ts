import { toOriginForm } from './origin-form.js';

test.each([
  ['http://help.example.org/events?near=90001', '/events?near=90001'],
  ['https://help.example.org', '/'],
  ['HTTP://help.example.org?lang=es', '/?lang=es'],
])('rewrites %s to %s with the host of the URL', (url, path) => {
  const request = { url, headers: { host: 'other.example' } };
  toOriginForm(request);
  expect(request).toEqual({ url: path, headers: { host: 'help.example.org' } });
});

test.each(['/events', '//http://x/', '/http://x/', '*', 'ftp://x/', 'http:///x'])('leaves %s unchanged', (url) => {
  const request = { url, headers: { host: 'help.example.org' } };
  toOriginForm(request);
  expect(request).toEqual({ url, headers: { host: 'help.example.org' } });
});
