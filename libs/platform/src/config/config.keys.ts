import { z } from 'zod';
import { isTimeZone } from '../typed/days.js';
import { count, key, url, type ConfigKey } from './config-key.js';
import { doorKeys } from './door.keys.js';
import { graphqlKeys } from './graphql.keys.js';
import { peopleKeys } from './people.keys.js';
import { waitingKeys } from './waiting.keys.js';

/**
 * Every setting of the product, in the order an operator meets them. `docs/configuration.md` is printed from this
 * list; nothing else reads the environment.
 */
export const configKeys = {
  NODE_ENV: key(
    z.enum(['production', 'development', 'test']).default('production'),
    'What this process is: conveniences of development refuse to start in production.',
    'production',
  ),
  HOST: key(z.string().default('0.0.0.0'), 'The address the HTTP server listens on.', '127.0.0.1'),
  PORT: key(z.coerce.number().int().min(0).max(65535).default(3000), 'The port the HTTP server listens on.', '3000'),
  PUBLIC_URL: key(
    url('http:', 'https:').transform((text) => text.replace(/\/+$/, '')),
    'The address people type to reach the site; links in mail begin with it, and https turns on secure cookies.',
    'https://volunteer.example.org',
  ),
  ...doorKeys,
  ORGANISATION_NAME: key(
    z.string().min(1).default("Women's Rights Group"),
    'The name of the organisation, shown on every page and in every mail.',
    "Women's Rights Group",
  ),
  COUNTRY: key(
    z
      .string()
      .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code of two capitals')
      .default('US'),
    'The country the organisation is in: where a business is until it says otherwise.',
    'US',
  ),
  TIME_ZONE: key(
    z.string().refine(isTimeZone, 'must be a zone of the IANA time zone database').default('America/Los_Angeles'),
    'Where the organisation is: days that belong to no event and no fundraiser (messages, listings) are told in this zone.',
    'America/Los_Angeles',
  ),
  LEAVE_TO: key(
    url('https:', 'http:').default('https://www.weather.gov'),
    'The weather page that “Exit now” opens: fast, harmless, and plausible to have open where your people live.',
    'https://www.weather.gov',
  ),
  POSTAL_ADDRESS: key(
    z.string().min(1).default('PO Box 1, Los Angeles, CA 90001'),
    'The postal address at the foot of every mail (CAN-SPAM asks for one).',
    'PO Box 1, Los Angeles, CA 90001',
  ),
  APP_SECRET: key(
    z.string().min(32, 'must be at least 32 characters'),
    'The secret that personal links and sealed values are made with; changing it voids every link sent so far.',
    'the output of: openssl rand -base64 48',
    true,
  ),
  DATABASE_URL: key(
    url('postgres:', 'postgresql:'),
    'The PostgreSQL database (version 15 or later) that holds everything.',
    'postgres://upstander:secret@db:5432/upstander',
    true,
  ),
  SEALED_DATABASE_URL: key(
    url('postgres:', 'postgresql:').optional(),
    'The same database, entered by the role of the sealed zone, which alone may see it (see the operator guide).',
    'postgres://upstander_sealed:secret@db:5432/upstander',
    true,
  ),
  SEALED_KEYS_URL: key(
    url('postgres:', 'postgresql:').optional(),
    'Another database, backed up apart and briefly, for the keys of single records: what is erased there is gone from every backup of the rest.',
    'postgres://upstander_sealed:secret@keys:5432/upstander_keys',
    true,
  ),
  SEALED_KEYS: key(
    z
      .string()
      .regex(/^[\w-]+:[A-Za-z0-9+/]{43}=(,[\w-]+:[A-Za-z0-9+/]{43}=)*$/, 'must be name:key pairs of 32 bytes in base64')
      .optional(),
    'The keys that open the keys of single records, the one to write with first; older ones stay until the rotation is done.',
    '2026a:the output of: openssl rand -base64 32',
    true,
  ),
  SEALED_SENDS_PER_HOUR: key(
    count(20),
    'How many applications and consultations one network address may send in an hour, to each process.',
    '20',
  ),
  CODE_TRIES_PER_QUARTER_HOUR: key(
    count(30),
    'How many wrong reply codes one network address may try in a quarter of an hour, at each process.',
    '30',
  ),
  CODE_TRIES_PER_MINUTE: key(
    count(600),
    'From how many wrong reply codes a minute, of everybody together, tries are made one after the other, by turns of networks.',
    '600',
  ),
  APPLICATION_KEPT_DAYS: key(
    count(90),
    'How many days an application is kept after an advocate closed it; then it is erased.',
    '90',
  ),
  CONSULTATION_KEPT_DAYS: key(
    count(90),
    'How many days a consultation is kept after an advocate closed it; then it is erased.',
    '90',
  ),
  UNREACHED_KEPT_DAYS: key(
    count(180),
    'How many days an application or consultation is kept of somebody whom nobody reached; then it is erased.',
    '180',
  ),
  SEALED_MESSAGE_KEPT_DAYS: key(
    count(180),
    'How many days a message of an application or consultation is kept after it was read; then it is erased.',
    '180',
  ),
  DATABASE_POOL: key(count(10, 2), 'How many database connections each process may hold open.', '10'),
  ...waitingKeys,
  REDIS_URL: key(
    url('redis:', 'rediss:').optional(),
    'Redis or Valkey (with AOF on) for the job queue; without it the queue lives in PostgreSQL.',
    'redis://cache:6379',
    true,
  ),
  SMTP_URL: key(
    url('smtp:', 'smtps:'),
    'The mail server that takes outgoing mail.',
    'smtps://user:password@mail.example.org:465',
    true,
  ),
  MAIL_FROM: key(
    z.string().regex(/^[^<>@\s]+@[^<>@\s]+$/, 'must be a bare mail address'),
    'The address mail is sent from.',
    'hello@example.org',
  ),
  CONTACT_EMAIL: key(
    z
      .string()
      .regex(/^[^<>@\s]+@[^<>@\s]+$/, 'must be a bare mail address')
      .optional(),
    'The address people may write to, shown at the foot of every page and wherever a text says so; MAIL_FROM when left out.',
    'hello@example.org',
  ),
  MAIL_DOMAIN: key(
    z.string().min(1).default('upstander.invalid'),
    'The domain in Message-ID and in calendar identifiers; never change it once mail was sent.',
    'example.org',
  ),
  MAIL_CONNECTIONS: key(count(5), 'How many connections to the mail server are kept open.', '5'),
  MAIL_LEASE_SECONDS: key(
    count(60),
    'How long a batch of mails stays with the process that claimed it before another may take it over.',
    '60',
  ),
  MAIL_GIVE_UP_HOURS: key(
    count(72),
    'How long a mail is tried again while the mail server cannot take it; then it shows as failed.',
    '72',
  ),
  UNCONFIRMED_HOURS: key(
    z.coerce.number().positive().default(24),
    'How long a sign-up holds its place before its e-mail address must be confirmed.',
    '24',
  ),
  OFFER_HOURS: key(
    z.coerce.number().positive().default(24),
    'How long a freed place is held for the first person in line.',
    '24',
  ),
  SIGN_UPS_PER_MINUTE: key(count(300), 'How many sign-ups one network address may make in a minute.', '300'),
  SIGN_UP_MAILS_PER_HOUR: key(
    count(20),
    'How many sign-ups in an hour bring mail to one e-mail address, so that nobody can fill a mailbox with our forms.',
    '20',
  ),
  STRIPE_SECRET_KEY: key(
    z.string().min(8),
    'The secret key of the Stripe account that takes the gifts.',
    'sk_live_…',
    true,
  ),
  STRIPE_WEBHOOK_SECRET: key(
    z.string().min(8),
    'The signing secret of the Stripe webhook endpoint at /webhooks/stripe.',
    'whsec_…',
    true,
  ),
  STRIPE_URL: key(
    url('http:', 'https:').default('https://api.stripe.com'),
    'Where Stripe answers; anything but Stripe itself refuses to start in production.',
    'https://api.stripe.com',
  ),
  STRIPE_FEE_PERCENT: key(
    z
      .string()
      .regex(/^\d(\.\d{1,4})?$/, 'must be a percentage such as 2.9')
      .default('2.9'),
    "Stripe's share of a charge, for donors who cover the fee; what Stripe really took is booked as Stripe reports it.",
    '2.2',
  ),
  STRIPE_FEE_FIXED_MINOR: key(
    z.coerce.number().int().min(0).default(30),
    'What Stripe takes for every charge, in the smallest unit of the currency.',
    '30',
  ),
  CURRENCIES: key(
    z
      .string()
      .regex(/^[A-Z]{3}(,[A-Z]{3})*$/, 'must be currency codes in capitals with commas between them')
      .default('USD')
      .transform((text) => text.split(',')),
    'The currencies a campaign may collect in and work may be paid in, the usual one first; the Stripe account must take them.',
    'USD,MXN',
  ),
  DISBURSE_WITHIN_DAYS: key(
    count(30),
    'How many days after the end of a campaign its money may still be here before finance is told.',
    '30',
  ),
  HOLD_AT_MOST_DAYS: key(
    count(90),
    'How many days money may be here while its campaign goes on before finance is told.',
    '90',
  ),
  MINIMUM_GIFT_MINOR: key(
    count(100),
    'The smallest gift, in the smallest unit of the currency: below it the fee eats the gift, and card testers try it.',
    '500',
  ),
  DONATIONS_PER_MINUTE: key(count(60), 'How many gifts one network address may begin in a minute.', '60'),
  DONATIONS_PER_EMAIL_HOUR: key(
    count(20),
    'How many gifts may be begun in an hour with one e-mail address, known or not.',
    '20',
  ),
  REFUND_ALONE_LIMIT_MINOR: key(
    count(25_000, 0),
    'Up to here one person gives money back alone; above it (all refunds of a gift together) a second person approves.',
    '25000',
  ),
  CARD_TESTING_DECLINES: key(
    count(10),
    'From how many declined cards in ten minutes on we ask whether somebody tries out stolen ones.',
    '10',
  ),
  FUNDRAISING_MODE: key(
    z.enum(['own', 'named-beneficiaries']).default('own'),
    'Whether gifts are taken for this organisation only, or for named partners too, which has duties of its own in law (see the finance guide).',
    'own',
  ),
  ...peopleKeys,
  LISTING_DAYS: key(
    count(60, 20),
    'How many days a listing of a business is on the site before it must be renewed.',
    '60',
  ),
  LISTING_RENEWALS: key(
    count(2, 0),
    'How often a business may renew an unchanged listing before somebody of staff reads it again.',
    '2',
  ),
  ...graphqlKeys,
  SITE_BUILD: key(
    z.string().default('apps/site/build'),
    'The built public site, seen from the folder the api is started in.',
    'apps/site/build',
  ),
  ADMIN_BUILD: key(
    z.string().default('apps/admin/dist'),
    'The built admin app, seen from the folder the api is started in.',
    'apps/admin/dist',
  ),
  DEV_MAILBOX_PORT: key(
    z.coerce.number().int().min(1).max(65535).optional(),
    'The port of the built-in mail catcher shown at /dev/mail (development only).',
    '3025',
  ),
  MAILBOX_DIR: key(
    z.string().min(1).optional(),
    'A folder where the mail catcher keeps what it caught, so that it is still there after a restart (development only).',
    '.data/mailbox',
  ),
  LOG_LEVEL: key(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    'How much is logged.',
    'info',
  ),
} satisfies Record<string, ConfigKey>;

export type ConfigValues = { [K in keyof typeof configKeys]: z.output<(typeof configKeys)[K]['schema']> };
