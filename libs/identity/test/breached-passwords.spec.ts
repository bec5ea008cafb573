import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { ask, aVisitor, password, withPassword } from '@upstander/tests/support/visitors.js';

const leakedPassword = 'three leaked words of somebody';
const hashOf = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase();

let service: Server;
let app: TestApp;
const requestsSeen: Array<{ path: string; padded: boolean }> = [];
let answers: (prefix: string) => { status?: number; text: string };

beforeAll(async () => {
  service = createServer((request, response) => {
    const path = request.url ?? '';
    requestsSeen.push({ path, padded: request.headers['add-padding'] === 'true' });
    const { status = 200, text } = answers(path.slice(-5));
    response.writeHead(status).end(text);
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/range`;
  app = await startApp({ config: { BREACHED_PASSWORDS_URL: url } });
});
beforeEach(() => {
  requestsSeen.length = 0;
  // Other hashes with the same prefix, one of them padding.
  answers = (prefix) => ({
    text: [
      `${'0'.repeat(35)}:4`,
      `${'A'.repeat(35)}:0`,
      ...(hashOf(leakedPassword).startsWith(prefix) ? [`${hashOf(leakedPassword).slice(5)}:12`] : []),
    ].join('\r\n'),
  });
});
afterAll(async () => {
  await app.close();
  await new Promise((resolve) => service.close(resolve));
});

async function setPassword(newPassword: string) {
  const visitor = aVisitor(app);
  const { email } = await withPassword(app, { role: 'volunteer' });
  await visitor.ask(ask.signIn, { email, password });
  return visitor.ask(ask.setPassword, { current: password, new: newPassword });
}
const reasonOf = ({ errors }: Awaited<ReturnType<typeof setPassword>>) => errors?.[0]?.extensions.details;

test('rejects a breached password and sends only five characters of its hash to the service', async () => {
  expect(reasonOf(await setPassword(leakedPassword))).toEqual({ fields: { newPassword: 'breached' } });
  expect(requestsSeen).toEqual([{ path: `/range/${hashOf(leakedPassword).slice(0, 5)}`, padded: true }]);
});

test('accepts a password that is not listed or listed only as padding', async () => {
  const padding = 'four words nobody leaked yet';
  answers = () => ({ text: `${hashOf(padding).slice(5)}:0\r\n${'0'.repeat(35)}:4` });
  expect((await setPassword(padding)).errors).toBeUndefined();
  expect(requestsSeen).toHaveLength(1);
});

test.each([
  ['fails', { status: 500, text: '' }],
  ['returns an unexpected response', { text: '<html>' }],
])('accepts passwords while the service %s', async (_, answer) => {
  answers = () => answer;
  expect((await setPassword(leakedPassword)).errors).toBeUndefined();
});

test('does not query the service for a password that is rejected anyway', async () => {
  expect(reasonOf(await setPassword('too short'))).toEqual({ fields: { newPassword: 'too-short' } });
  expect(requestsSeen).toEqual([]);
});
