import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import Stripe from 'stripe';

/** A mail server with a password, and as much of Stripe as the doctor asks. */
const others: { mail?: SMTPServer; stripe?: Server } = {};
export async function startOthers(): Promise<Record<string, string>> {
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

export function stopOthers(): void {
  others.mail?.close(() => undefined);
  others.stripe?.close();
}
