import { StripeGateway } from '@upstander/fundraising';
import type { Config } from '@upstander/platform';
import Stripe from 'stripe';
import { entered } from './databases.check.js';
import { about, type Check, type Finding } from './finding.js';

const say = about('Stripe');

export const stripe: Check = {
  about: 'Stripe',
  async look({ config }) {
    const { client } = new StripeGateway(config);
    const account = await accountOf(client, config);
    // Without access to the account, webhooks can't be checked.
    return account.state === 'wrong' ? [account] : [account, await webhookOf(client, config), await lastOf(config)];
  },
};

async function accountOf(client: Stripe, { STRIPE_SECRET_KEY: key }: Config): Promise<Finding> {
  const mode = /^[rs]k_live_/.test(key) ? 'live' : 'test';
  try {
    const { charges_enabled: charges, payouts_enabled: payouts, country } = await client.accounts.retrieveCurrent();
    if (!charges)
      return say.wrong(
        `The account (${mode} mode) may not take payments yet.`,
        'Finish what Stripe’s dashboard asks for.',
      );
    if (!payouts)
      return say.warning(
        `The account (${mode} mode) takes payments and pays nothing out.`,
        'Finish what Stripe’s dashboard asks for.',
      );
    return say.ok(`The account (${mode} mode, ${country ?? 'no country'}) takes payments and pays them out.`);
  } catch (error) {
    return refused(error, 'accounts', `A key of ${mode} mode is there`);
  }
}

/** A restricted key may lack permission for this request. */
function refused(error: unknown, what: string, otherwise: string): Finding {
  if (error instanceof Stripe.errors.StripeAuthenticationError)
    return say.wrong(
      'Stripe does not know this key.',
      'Make a new one in Stripe’s dashboard and set STRIPE_SECRET_KEY.',
    );
  if (error instanceof Stripe.errors.StripeConnectionError)
    return say.wrong('Stripe does not answer.', 'Let the programs reach https://api.stripe.com.');
  if (error instanceof Stripe.errors.StripePermissionError || (error as { statusCode?: number }).statusCode === 404)
    return say.warning(
      `${otherwise}; whether all is well cannot be asked with it.`,
      `Allow the restricted key to read ${what}, or look in Stripe’s dashboard.`,
    );
  throw error;
}

async function webhookOf(client: Stripe, config: Config): Promise<Finding> {
  const url = `${config.PUBLIC_URL}/webhooks/stripe`;
  try {
    const { data } = await client.webhookEndpoints.list({ limit: 100 });
    const endpoint = data.find((one) => one.url === url);
    if (!endpoint)
      return say.wrong(
        `There is no webhook endpoint for ${url}: no gift would ever be booked.`,
        'Make it in Stripe’s dashboard, for all events.',
      );
    if (endpoint.status !== 'enabled')
      return say.wrong(
        `The webhook endpoint for ${url} is switched off.`,
        'Enable it in Stripe’s dashboard; what was missed is fetched.',
      );
    if (endpoint.api_version !== Stripe.API_VERSION)
      return say.warning(
        `The webhook endpoint speaks ${endpoint.api_version ?? 'the version of the account'}, and this release ${Stripe.API_VERSION}.`,
        'Make an endpoint of that version and delete this one.',
      );
    if (!endpoint.enabled_events.includes('*'))
      return say.warning(
        'The webhook endpoint tells of some events only.',
        'Choose all events: what is not known is left alone.',
      );
    return say.ok(`The webhook endpoint for ${url} is there, for all events.`);
  } catch (error) {
    return refused(error, 'webhook endpoints', 'The webhook endpoint cannot be looked at');
  }
}

async function lastOf({ DATABASE_URL: url }: Config): Promise<Finding> {
  const last = await entered(url, async (client) => {
    const { rows } = await client.query<{ at: Date | null }>(
      'SELECT max(received_at) AS at FROM fundraising.stripe_event',
    );
    return rows[0]?.at ?? null;
  });
  if (last) return say.ok(`The last event of Stripe came on ${last.toISOString()}.`);
  return say.warning(
    'No event of Stripe has come yet.',
    'Send a test event in Stripe’s dashboard, or give one small gift.',
  );
}
