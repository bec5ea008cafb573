import { openJournal, readJournal, writeJournal } from './journal/journal.js';
import type { ProgramOptions } from './options.js';
import { Sandbox, type Entry } from './sandbox.js';

export interface RunningSandbox {
  url: string;
  sandbox: Sandbox;
  stop(): Promise<void>;
}

export async function start({ port, state, secretKey, webhook, fees }: ProgramOptions): Promise<RunningSandbox> {
  const journal: { add: (entry: Entry) => void; close(): void } = { add: () => {}, close: () => {} };
  const sandbox = new Sandbox({
    seed: Date.now(),
    state: state === null ? [] : readJournal(state),
    secretKey,
    onEntry: (entry) => journal.add(entry),
    settings: { dailyPayouts: true, ...fees },
  });
  if (state !== null) {
    // Compacts the journal, so it doesn't grow forever.
    writeJournal(state, sandbox.snapshot());
    Object.assign(journal, openJournal(state));
  }
  if (webhook) sandbox.registerEndpoint(webhook.url, webhook.secret);
  const url = await sandbox.listen(port);
  // Shuffled webhooks are sent only on request.
  const webhookTimer = setInterval(() => void sandbox.waitUntilSettled(), 1_000).unref();
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
