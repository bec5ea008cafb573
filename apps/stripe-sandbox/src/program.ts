import { openJournal, readJournal, writeJournal } from './journal/journal.js';
import { Sandbox, type Entry } from './sandbox.js';

/** What stops the start, in words for whoever started it. */
export class StartError extends Error {}

export interface Running {
  url: string;
  sandbox: Sandbox;
  stop(): Promise<void>;
}

type Environment = Record<string, string | undefined>;

/**
 * The local Stripe as a program: its state lives in a journal, and it tells our own webhook address about everything.
 * @throws StartError where it has no business: only development and tests may have a Stripe that moves no money
 */
export async function start(environment: Environment): Promise<Running> {
  const { NODE_ENV: mode = 'production' } = environment;
  if (mode !== 'development' && mode !== 'test') {
    throw new StartError(
      `The local Stripe moves no money and refuses to start with NODE_ENV=${mode}: it is for development and tests.`,
    );
  }
  const file = needed(environment, 'STRIPE_SANDBOX_STATE');
  const journal: { add: (entry: Entry) => void; close(): void } = { add: () => {}, close: () => {} };
  const sandbox = new Sandbox({
    seed: Date.now(),
    state: readJournal(file),
    secretKey: needed(environment, 'STRIPE_SECRET_KEY'),
    onEntry: (entry) => journal.add(entry),
    settings: {
      dailyPayouts: true,
      ...(environment['STRIPE_FEE_PERCENT'] && { feePercent: environment['STRIPE_FEE_PERCENT'] }),
      ...(environment['STRIPE_FEE_FIXED_MINOR'] && { feeFixed: Number(environment['STRIPE_FEE_FIXED_MINOR']) }),
    },
  });
  // What was overwritten since the last start is left out, so that the journal does not grow for ever.
  writeJournal(file, sandbox.snapshot());
  Object.assign(journal, openJournal(file));
  sandbox.registerEndpoint(
    needed(environment, 'STRIPE_SANDBOX_WEBHOOK_URL'),
    needed(environment, 'STRIPE_WEBHOOK_SECRET'),
  );
  const url = await sandbox.listen(Number(needed(environment, 'STRIPE_SANDBOX_PORT')));
  // Shuffled webhooks wait until they are asked for.
  const heart = setInterval(() => void sandbox.settled(), 1_000).unref();
  return {
    url,
    sandbox,
    async stop() {
      clearInterval(heart);
      await sandbox.close();
      journal.close();
    },
  };
}

function needed(environment: Environment, name: string): string {
  const value = environment[name];
  if (!value) throw new StartError(`The local Stripe cannot start without ${name}.`);
  return value;
}
