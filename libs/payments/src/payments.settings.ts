import { setting, settingOf, settings, type ValuesOf } from '@upstander/platform';
import { z } from 'zod';

const stripe = 'https://api.stripe.com';
/** Stripe's secrets are longer. A shorter one was made up and could be guessed. */
const shortestStripeSecret = 24;

const stripeItself = (url: string) =>
  url === stripe
    ? null
    : `STRIPE_URL is "${url}": in production gifts go to ${stripe} and nowhere else. Leave STRIPE_URL out.`;
const longAsStripes = (secret: string, name: string) =>
  secret.length >= shortestStripeSecret
    ? null
    : `${name} is shorter than any that Stripe gives out, so it is not Stripe's and can be guessed.`;
const secretKey = (secret: string, name: string) =>
  /^[sr]k_/.test(secret)
    ? longAsStripes(secret, name)
    : `${name} begins with neither sk_ nor rk_, so it is not a secret or restricted key of Stripe (pk_ is for browsers, whsec_ for the webhook).`;
const signingSecret = (secret: string, name: string) =>
  secret.startsWith('whsec_')
    ? longAsStripes(secret, name)
    : `${name} does not begin with whsec_, so it is not the signing secret that Stripe shows of a webhook endpoint.`;

export const paymentsSettings = settings.define({
  STRIPE_SECRET_KEY: setting(
    z.string().min(8),
    'The secret key of the Stripe account that takes the gifts.',
    'sk_live_…',
    { secret: true, inProduction: secretKey },
  ),
  STRIPE_WEBHOOK_SECRET: setting(
    z.string().min(8),
    'The signing secret of the Stripe webhook endpoint at /webhooks/stripe.',
    'whsec_…',
    { secret: true, inProduction: signingSecret },
  ),
  STRIPE_URL: setting(
    settingOf.url('http:', 'https:').default('https://api.stripe.com'),
    'Where Stripe answers; anything but Stripe itself refuses to start in production.',
    'https://api.stripe.com',
    { connects: true, inProduction: stripeItself },
  ),
  STRIPE_FEE_PERCENT: setting(
    z
      .string()
      .regex(/^\d(\.\d{1,4})?$/, 'must be a percentage such as 2.9')
      .default('2.9'),
    "Stripe's share of a charge, for donors who cover the fee; what Stripe really took is booked as Stripe reports it.",
    '2.2',
  ),
  STRIPE_FEE_FIXED_MINOR: setting(
    settingOf.count(30, 0),
    'What Stripe takes for every charge, in the smallest unit of the currency.',
    '30',
  ),
  REFUND_ALONE_LIMIT_MINOR: setting(
    settingOf.count(25_000, 0),
    'Up to here one person gives money back alone; above it (all refunds of a gift together) a second person approves.',
    '25000',
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof paymentsSettings> {}
}
