import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import Stripe from 'stripe';

/** Fake servers. The bucket accepts any signature. */
const others: { mail?: SMTPServer; stripe?: Server; bucket?: Server } = {};
export async function startFakeServers(): Promise<Record<string, string>> {
  others.mail = new SMTPServer({
    hideSTARTTLS: true,
    onAuth: ({ username, password }, _session, done) =>
      done(password === 'secret' ? null : new Error('Wrong.'), { user: username }),
    onData: (stream, _session, done) => stream.resume().on('end', () => done()),
    allowInsecureAuth: true,
  });
  const mail = await new Promise<number>((resolve) => {
    const listening = others.mail!.listen(0, '127.0.0.1', () => resolve((listening.address() as AddressInfo).port));
  });
  const endpoint = {
    url: 'http://127.0.0.1/webhooks/stripe',
    status: 'enabled',
    api_version: Stripe.API_VERSION,
    enabled_events: ['*'],
  };
  const answers: Record<string, object> = {
    '/v1/account': { object: 'account', charges_enabled: true, payouts_enabled: true, country: 'US' },
    '/v1/webhook_endpoints': { object: 'list', data: [endpoint], has_more: false },
  };
  others.stripe = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answers[request.url!.split('?')[0]!] ?? {}));
  });
  await new Promise<void>((resolve) => others.stripe!.listen(0, '127.0.0.1', resolve));
  const { port } = others.stripe.address() as AddressInfo;
  return { SMTP_URL: `smtp://us:secret@127.0.0.1:${mail}`, STRIPE_URL: `http://127.0.0.1:${port}` };
}

/** Signatures are tested in libs/files/test/bucket.spec.ts. */
export const bucketObjects = new Map<string, Buffer>();
/** @returns the settings of programs that use this bucket */
export async function startBucket(): Promise<Record<string, string>> {
  others.bucket = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => void parts.push(part));
    request.on('end', () => {
      const [path = '', query] = request.url!.split('?');
      const key = path.split('/')[2];
      if (query !== undefined)
        return response.end([...bucketObjects.keys()].map((name) => `<Key>${name}</Key>`).join(''));
      if (request.method === 'PUT') bucketObjects.set(key!, Buffer.concat(parts));
      if (request.method === 'DELETE') bucketObjects.delete(key!);
      const found = bucketObjects.get(key!);
      if (request.method === 'GET') return found ? response.end(found) : response.writeHead(404).end();
      response.end();
    });
  });
  await new Promise<void>((resolve) => others.bucket!.listen(0, '127.0.0.1', resolve));
  return {
    FILES_KEPT_IN: 's3',
    FILES_S3_ENDPOINT: `http://127.0.0.1:${(others.bucket.address() as AddressInfo).port}`,
    FILES_S3_BUCKET: 'our-files',
    FILES_S3_ACCESS_KEY_ID: 'us',
    FILES_S3_SECRET_ACCESS_KEY: 'bucket-secret',
  };
}

export function stopFakeServers(): void {
  others.bucket?.close();
  others.mail?.close(() => undefined);
  others.stripe?.close();
}
