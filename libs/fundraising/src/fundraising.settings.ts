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

export const fundraisingSettings = settings.define({
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
  DISBURSE_WITHIN_DAYS: setting(
    settingOf.days(30),
    'How many days after the end of a campaign its money may still be here before finance is told.',
    '30',
  ),
  HOLD_AT_MOST_DAYS: setting(
    settingOf.days(90),
    'How many days money may be here while its campaign goes on before finance is told.',
    '90',
  ),
  MINIMUM_GIFT_MINOR: setting(
    settingOf.count(100),
    'The smallest gift, in the smallest unit of the currency: below it the fee eats the gift, and card testers try it.',
    '500',
  ),
  GIFTS_PER_MINUTE: setting(settingOf.count(60), 'How many gifts one network address may begin in a minute.', '60'),
  GIFTS_PER_EMAIL_HOUR: setting(
    settingOf.count(20),
    'How many gifts may be begun in an hour with one e-mail address, known or not.',
    '20',
  ),
  REFUND_ALONE_LIMIT_MINOR: setting(
    settingOf.count(25_000, 0),
    'Up to here one person gives money back alone; above it (all refunds of a gift together) a second person approves.',
    '25000',
  ),
  LEDGER_WHOLE_CHECK_DAYS: setting(
    settingOf.days(7),
    'Every how many days the whole ledger is read again; every night what came since is.',
    '7',
  ),
  CARD_TESTING_DECLINES: setting(
    settingOf.count(10),
    'From how many declined cards in ten minutes on we ask whether somebody tries out stolen ones.',
    '10',
  ),
  GENERAL_FUND: setting(
    z.enum(['organisation', 'chapters']).default('organisation'),
    'Who has a general fund, for gifts that are for no fundraiser: the organisation, or each chapter too. What is no longer wanted is ended in the admin.',
    'chapters',
  ),
  FUNDRAISING_MODE: setting(
    z.enum(['own', 'named-beneficiaries']).default('own'),
    'Whether gifts are taken for this organisation only, or for named partners too, which has duties of its own in law (see the finance guide).',
    'own',
  ),
  UNPAID_GIFT_DAYS: setting(
    settingOf.days(180, 30),
    'How many days a gift that was never paid says who began it.',
    '180',
  ),
  UNUSED_DONOR_DAYS: setting(
    settingOf.days(180, 30),
    'How many days the address of a donor is kept who has given nothing yet.',
    '180',
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof fundraisingSettings> {}
}
