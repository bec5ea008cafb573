import { openJournal, readJournal, writeJournal } from './journal/journal.js';
import { Sandbox, type Entry } from './sandbox.js';

/** Prevents the start, with a message for the operator. */
export class StartError extends Error {}

export interface Running {
  url: string;
  sandbox: Sandbox;
  stop(): Promise<void>;
}

type Environment = Record<string, string | undefined>;

/**
 * Keeps the state in a journal and registers our own webhook endpoint.
 * @throws StartError outside development and tests, because it moves no money
 */
export async function start(environment: Environment): Promise<Running> {
  const { NODE_ENV: mode = 'production' } = environment;
  if (mode !== 'development' && mode !== 'test') {
    throw new StartError(
      `The local Stripe moves no money and refuses to start with NODE_ENV=${mode}: it is for development and tests.`,
    );
  }
  const file = requireVariable(environment, 'STRIPE_SANDBOX_STATE');
  const journal: { add: (entry: Entry) => void; close(): void } = { add: () => {}, close: () => {} };
  const sandbox = new Sandbox({
    seed: Date.now(),
    state: readJournal(file),
    secretKey: requireVariable(environment, 'STRIPE_SECRET_KEY'),
    onEntry: (entry) => journal.add(entry),
    settings: {
      dailyPayouts: true,
      ...(environment['STRIPE_FEE_PERCENT'] && { feePercent: environment['STRIPE_FEE_PERCENT'] }),
      ...(environment['STRIPE_FEE_FIXED_MINOR'] && { feeFixed: Number(environment['STRIPE_FEE_FIXED_MINOR']) }),
    },
  });
  // Compacts the journal, so it doesn't grow forever.
  writeJournal(file, sandbox.snapshot());
  Object.assign(journal, openJournal(file));
  sandbox.registerEndpoint(
    requireVariable(environment, 'STRIPE_SANDBOX_WEBHOOK_URL'),
    requireVariable(environment, 'STRIPE_WEBHOOK_SECRET'),
  );
  const url = await sandbox.listen(Number(requireVariable(environment, 'STRIPE_SANDBOX_PORT')));
  // Shuffled webhooks are sent only on request.
  const webhookTimer = setInterval(() => void sandbox.settled(), 1_000).unref();
  return {
    url,
    sandbox,
    async stop() {
      clearInterval(webhookTimer);
      await sandbox.close();
      journal.close();
    },
  };
}

function requireVariable(environment: Environment, name: string): string {
  const value = environment[name];
  if (!value) throw new StartError(`The local Stripe cannot start without ${name}.`);
  return value;
}
