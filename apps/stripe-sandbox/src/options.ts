import { parseArgs } from 'node:util';

/** Prevents the start, with a message for the person who started it. */
export class StartError extends Error {}

export interface ProgramOptions {
  /** 0 chooses a free port. */
  port: number;
  /** File that keeps the state; in memory only without one. */
  state: string | null;
  /** Any `sk_test_` key is accepted without one. */
  secretKey: string | undefined;
  webhook: { url: string; secret: string } | null;
  fees: { feePercent?: string; feeFixed?: number };
}

export type Environment = Record<string, string | undefined>;

export const usage = `stripe-sandbox: a local Stripe for development and tests

  --port <number>            12111 by default; 0 chooses a free one
  --state <file>             keeps customers, payments and pending webhooks between starts
  --secret-key <sk_test_…>   the only key to accept; any test key by default
  --webhook <url>            sends events to this URL
  --webhook-secret <whsec_…> signs them
  --help

Environment variables do the same: STRIPE_SANDBOX_PORT, STRIPE_SANDBOX_STATE, STRIPE_SECRET_KEY,
STRIPE_SANDBOX_WEBHOOK_URL, STRIPE_WEBHOOK_SECRET. STRIPE_FEE_PERCENT and STRIPE_FEE_FIXED_MINOR set Stripe's fees.
`;

const text = { type: 'string' } as const;
const knownOptions = { port: text, state: text, 'secret-key': text, webhook: text, 'webhook-secret': text } as const;

/**
 * Reads missing options from the environment.
 * @throws StartError for an unknown option, a bad value, a live key, or a NODE_ENV other than development and test
 */
export function readOptions(args: readonly string[], environment: Environment): ProgramOptions {
  const mode = environment['NODE_ENV'];
  if (mode && mode !== 'development' && mode !== 'test') {
    throw new StartError(
      `The local Stripe moves no money and refuses to start with NODE_ENV=${mode}: it is for development and tests.`,
    );
  }
  const given = parse(args);
  const secretKey = given['secret-key'] ?? environment['STRIPE_SECRET_KEY'];
  if (secretKey && !secretKey.startsWith('sk_test_')) {
    throw new StartError('The secret key must begin with sk_test_. Never give a live key to the local Stripe.');
  }
  return {
    port: portOf(given.port ?? environment['STRIPE_SANDBOX_PORT'] ?? '12111'),
    state: given.state || environment['STRIPE_SANDBOX_STATE'] || null,
    secretKey: secretKey || undefined,
    webhook: webhookOf(
      given.webhook ?? environment['STRIPE_SANDBOX_WEBHOOK_URL'],
      given['webhook-secret'] ?? environment['STRIPE_WEBHOOK_SECRET'],
    ),
    fees: {
      ...(environment['STRIPE_FEE_PERCENT'] && { feePercent: environment['STRIPE_FEE_PERCENT'] }),
      ...(environment['STRIPE_FEE_FIXED_MINOR'] && { feeFixed: Number(environment['STRIPE_FEE_FIXED_MINOR']) }),
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: knownOptions }).values;
  } catch (error) {
    throw new StartError(`${(error as Error).message}\n\n${usage}`);
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new StartError(`"${text}" is not a port.`);
  return port;
}

function webhookOf(url: string | undefined, secret: string | undefined): ProgramOptions['webhook'] {
  if (!url) return null;
  if (!/^https?:\/\/[^/\s]+/.test(url)) throw new StartError(`"${url}" is not an http or https URL.`);
  if (!secret) throw new StartError('A webhook needs a secret that signs it: --webhook-secret whsec_…');
  return { url, secret };
}
