import type { ConfigValues } from './config.keys.js';

const STRIPE = 'https://api.stripe.com';
const sealed = ['SEALED_DATABASE_URL', 'SEALED_KEYS_URL', 'SEALED_KEYS'] as const;
const developmentOnly = ['GRAPHQL_EXPLORER', 'DEV_MAILBOX_PORT', 'MAILBOX_DIR'] as const;
const databases = ['DATABASE_URL', 'SEALED_DATABASE_URL', 'SEALED_KEYS_URL'] as const;
/** Stripe's own are longer; whoever made one up made it too short to keep a forger out. */
const shortestStripeSecret = 24;

/** What development may do and production may not: a sentence for each. */
export function inProduction(config: ConfigValues): string[] {
  return [...conveniences(config), ...money(config), ...plainConnections(config), ...guessable(config)];
}

function conveniences(config: ConfigValues): string[] {
  return [
    ...developmentOnly
      .filter((name) => config[name])
      .map((name) => `${name} is a convenience of development and refuses to run in production.`),
    ...sealed
      .filter((name) => !config[name])
      .map((name) => `${name} is missing: without it survivors could neither apply nor ask for help in confidence.`),
  ];
}

function money(config: ConfigValues): string[] {
  if (config.STRIPE_URL === STRIPE) return [];
  return [
    `STRIPE_URL is "${config.STRIPE_URL}": in production gifts go to ${STRIPE} and nowhere else. Leave STRIPE_URL out.`,
  ];
}

/** What would cross a network where others can read it. */
function plainConnections(config: ConfigValues): string[] {
  const isFar = (url: URL) => !isNear(url.hostname) && !config.PLAIN_CONNECTIONS_TO.includes(url.hostname);
  const allow = (url: URL) => `name ${url.hostname} in PLAIN_CONNECTIONS_TO if everything on the way is yours`;
  const complaints: string[] = [];
  const home = new URL(config.PUBLIC_URL);
  if (home.protocol === 'http:' && !isLoopback(home.hostname)) {
    complaints.push(
      `PUBLIC_URL is "${config.PUBLIC_URL}": without https everybody on the way reads who signs in and who asks for help.`,
    );
  }
  for (const name of databases) {
    const url = config[name] && new URL(config[name]);
    if (!url || !isFar(url) || speaksTls(url)) continue;
    complaints.push(`${name} leads to ${url.hostname} without TLS: add ?sslmode=verify-full, or ${allow(url)}.`);
  }
  const redis = config.REDIS_URL && new URL(config.REDIS_URL);
  if (redis && redis.protocol === 'redis:' && isFar(redis)) {
    complaints.push(`REDIS_URL leads to ${redis.hostname} without TLS: begin it with rediss://, or ${allow(redis)}.`);
  }
  const mail = new URL(config.SMTP_URL);
  if (mail.protocol === 'smtp:' && mail.searchParams.get('requireTLS') !== 'true' && isFar(mail)) {
    complaints.push(
      `SMTP_URL hands mail to ${mail.hostname} without insisting on TLS: use smtps://, add ?requireTLS=true, or ${allow(mail)}.`,
    );
  }
  return complaints;
}

/** Whether pg insists on TLS at this address; `no-verify` keeps out listeners, though not somebody in between. */
function speaksTls({ searchParams }: URL): boolean {
  const mode = searchParams.get('sslmode');
  if (mode !== null) return ['require', 'verify-ca', 'verify-full', 'no-verify'].includes(mode);
  return ['true', '1'].includes(searchParams.get('ssl') ?? '');
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\./.test(host);
}

/** This machine, a neighbour by its bare name (as containers have), or an address of a private network. */
function isNear(host: string): boolean {
  if (host === '' || isLoopback(host)) return true;
  if (/^[\w-]+$/.test(host) || /\.(?:internal|local|localdomain|svc)$/.test(host)) return true;
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[f[cd])/i.test(host);
}

/** Secrets that somebody could guess. */
function guessable(config: ConfigValues): string[] {
  const complaints: string[] = [];
  if (new Set(config.APP_SECRET).size < 12) {
    complaints.push(
      'APP_SECRET repeats a few characters and can be guessed: take the output of openssl rand -base64 48.',
    );
  }
  for (const name of ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'] as const) {
    if (config[name].length >= shortestStripeSecret) continue;
    complaints.push(`${name} is shorter than any that Stripe gives out, so it is not Stripe's and can be guessed.`);
  }
  return complaints;
}
