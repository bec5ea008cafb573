import { setting, settingTypes, settings, type ValuesOf } from '@upstander/platform';
import { z } from 'zod';

const stripe = 'https://api.stripe.com';
/** Stripe's secrets are longer. A shorter one was made up and could be guessed. */
const shortestStripeSecret = 24;

const checkStripeUrl = (url: string) =>
  url === stripe ? null : `STRIPE_URL is "${url}": in production, gifts only go to ${stripe}. Leave STRIPE_URL unset.`;
const ifSet =
  (problemOf: (value: string, name: string) => string | null) => (value: string | undefined, name: string) =>
    value === undefined ? null : problemOf(value, name);
const checkSecretLength = (secret: string, name: string) =>
  secret.length >= shortestStripeSecret
    ? null
    : `${name} is shorter than any secret Stripe issues, so it isn't from Stripe and can be guessed.`;
const secretKey = (secret: string, name: string) =>
  /^[sr]k_/.test(secret)
    ? checkSecretLength(secret, name)
    : `${name} begins with neither sk_ nor rk_, so it is not a Stripe secret key or restricted key (pk_ is for browsers, whsec_ for the webhook).`;
const signingSecret = (secret: string, name: string) =>
  secret.startsWith('whsec_')
    ? checkSecretLength(secret, name)
    : `${name} does not begin with whsec_, so it is not the signing secret of a Stripe webhook endpoint.`;

export const paymentsSettings = settings.define({
  STRIPE_SECRET_KEY: setting(
    z.string().min(8).optional(),
    'The secret key of the Stripe account that receives the gifts. Required unless FUNDRAISING_MODE is off.',
    'sk_live_…',
    { secret: true, productionProblem: ifSet(secretKey) },
  ),
  STRIPE_WEBHOOK_SECRET: setting(
    z.string().min(8).optional(),
    'The signing secret of the Stripe webhook endpoint at /webhooks/stripe. Required unless FUNDRAISING_MODE is off.',
    'whsec_…',
    { secret: true, productionProblem: ifSet(signingSecret) },
  ),
  STRIPE_URL: setting(
    settingTypes.url('http:', 'https:').default('https://api.stripe.com'),
    "The URL of Stripe. In production, the program doesn't start with any other host than Stripe's.",
    'https://api.stripe.com',
    { connects: true, productionProblem: checkStripeUrl },
  ),
  STRIPE_FEE_PERCENT: setting(
    z
      .string()
      .regex(/^\d(\.\d{1,4})?$/, 'must be a percentage such as 2.9')
      .default('2.9'),
    'The percentage Stripe charges, for donors who cover the fee. The actual fee is recorded as Stripe reports it.',
    '2.2',
  ),
  STRIPE_FEE_FIXED_MINOR: setting(
    settingTypes.count(30, 0),
    'The fixed amount Stripe charges for each payment, in the smallest unit of the currency.',
    '30',
  ),
  REFUND_ALONE_LIMIT_MINOR: setting(
    settingTypes.count(25_000, 0),
    'The largest amount one person can refund alone. Above it (all refunds of a gift combined), a second person must approve.',
    '25000',
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof paymentsSettings> {}
}
