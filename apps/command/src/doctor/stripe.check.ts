import { countRunningSql } from '@upstander/donations';
import { StripeGateway } from '@upstander/payments';
import type { Config } from '@upstander/platform';
import Stripe from 'stripe';
import { entered } from './databases.check.js';
import { findingsFor, type Check, type Finding } from './finding.js';

const findings = findingsFor('Stripe');

export const stripe: Check = {
  about: 'Stripe',
  async runCheck({ config }) {
    if (config.FUNDRAISING_MODE === 'off') return [await checkSwitchedOff(config)];
    const { client } = new StripeGateway(config);
    const account = await checkAccount(client, config);
    // Without access to the account, webhooks can't be checked.
    return account.state === 'wrong'
      ? [account]
      : [account, await checkWebhook(client, config), await checkLastEvent(config)];
  },
};

/** Stripe keeps charging monthly donors until someone stops their gifts. */
async function checkSwitchedOff({ DATABASE_URL: url }: Config): Promise<Finding> {
  const running = await entered(url, async (client) => {
    const { rows } = await client.query<{ n: number }>(countRunningSql);
    return rows[0]!.n;
  });
  if (running === 0) return findings.ok('Fundraising is off, so Stripe is not used.');
  return findings.warning(
    `Fundraising is off, but Stripe still charges ${running} donors each month.`,
    'Keep the Stripe settings, and stop these gifts in the admin, under Giving.',
  );
}

async function checkAccount(client: Stripe, { STRIPE_SECRET_KEY: key = '' }: Config): Promise<Finding> {
  const mode = /^[rs]k_live_/.test(key) ? 'live' : 'test';
  try {
    const { charges_enabled: charges, payouts_enabled: payouts, country } = await client.accounts.retrieveCurrent();
    if (!charges)
      return findings.wrong(
        `The account (${mode} mode) cannot accept payments yet.`,
        'Complete the steps in Stripe’s dashboard.',
      );
    if (!payouts)
      return findings.warning(
        `The account (${mode} mode) accepts payments but has no payouts.`,
        'Complete the steps in Stripe’s dashboard.',
      );
    return findings.ok(`The account (${mode} mode, ${country ?? 'no country'}) accepts payments and has payouts.`);
  } catch (error) {
    return findingFor(error, 'accounts', `A key of ${mode} mode is set`);
  }
}

/** A restricted key may lack permission for this request. */
function findingFor(error: unknown, resource: string, otherwise: string): Finding {
  if (error instanceof Stripe.errors.StripeAuthenticationError)
    return findings.wrong(
      'Stripe does not recognize this key.',
      'Create a new one in Stripe’s dashboard and set STRIPE_SECRET_KEY.',
    );
  if (error instanceof Stripe.errors.StripeConnectionError)
    return findings.wrong('Stripe does not answer.', 'Allow the programs to connect to https://api.stripe.com.');
  if (error instanceof Stripe.errors.StripePermissionError || (error as { statusCode?: number }).statusCode === 404)
    return findings.warning(
      `${otherwise}, but it may not read everything this check needs.`,
      `Allow the restricted key to read ${resource}, or check Stripe’s dashboard.`,
    );
  throw error;
}

async function checkWebhook(client: Stripe, config: Config): Promise<Finding> {
  const url = `${config.PUBLIC_URL}/webhooks/stripe`;
  try {
    const { data } = await client.webhookEndpoints.list({ limit: 100 });
    const endpoint = data.find((one) => one.url === url);
    if (!endpoint)
      return findings.wrong(
        `There is no webhook endpoint for ${url}, so no gift would be booked.`,
        'Create it in Stripe’s dashboard, for all events.',
      );
    if (endpoint.status !== 'enabled')
      return findings.wrong(
        `The webhook endpoint for ${url} is disabled.`,
        'Enable it in Stripe’s dashboard. Upstander then fetches the missed events.',
      );
    if (endpoint.api_version !== Stripe.API_VERSION)
      return findings.warning(
        `The webhook endpoint uses API version ${endpoint.api_version ?? 'of the account'}, but this release needs ${Stripe.API_VERSION}.`,
        'Create an endpoint of that version and delete this one.',
      );
    if (!endpoint.enabled_events.includes('*'))
      return findings.warning(
        'The webhook endpoint sends only some events.',
        'Select all events. Unknown ones are ignored.',
      );
    return findings.ok(`The webhook endpoint for ${url} exists and sends all events.`);
  } catch (error) {
    return findingFor(error, 'webhook endpoints', 'The key is valid');
  }
}

async function checkLastEvent({ DATABASE_URL: url }: Config): Promise<Finding> {
  const last = await entered(url, async (client) => {
    const { rows } = await client.query<{ at: Date | null }>(
      'SELECT max(received_at) AS at FROM fundraising.stripe_event',
    );
    return rows[0]?.at ?? null;
  });
  if (last) return findings.ok(`The last Stripe event was received at ${last.toISOString()}.`);
  return findings.warning(
    'No Stripe event has been received yet.',
    'Send a test event in Stripe’s dashboard, or make a small gift.',
  );
}
