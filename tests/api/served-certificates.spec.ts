import { X509Certificate } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { CertificateMetrics, servedUntil, type Clock, type Config } from '@upstander/platform';
import { anAuthority } from '../support/certificates.js';

const day = 86_400_000;
const issued = anAuthority().issue('localhost');
const end = new Date(new X509Certificate(issued.cert).validTo);
const server = createServer(issued);
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `https://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

async function overdueDays(config: Partial<Config>, at: Date): Promise<number> {
  const clock = { now: () => at } as Clock;
  const [measured] = await new CertificateMetrics(config as Config, clock).measure();
  return measured!.value! / 86_400;
}

test('reads the end of a certificate that no authority of ours signed', async () => {
  expect(await servedUntil(url)).toEqual(end);
  expect(await servedUntil('http://localhost:1')).toBeNull();
  expect(await servedUntil('https://localhost:1')).toBeNull();
});

test('reports a certificate two weeks before its end, whichever of the two hosts serves it', async () => {
  const config = { PUBLIC_URL: 'http://localhost', ADMIN_URL: url };
  expect(await overdueDays(config, new Date(end.valueOf() - 15 * day))).toBe(0);
  expect(await overdueDays(config, new Date(end.valueOf() - 5 * day))).toBeCloseTo(9);
  expect(await overdueDays({ PUBLIC_URL: 'http://localhost' }, end)).toBe(0);
});
