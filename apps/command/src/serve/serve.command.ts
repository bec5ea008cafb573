import { adoptEnvironment } from '@upstander/platform';
import type { Command } from '../command.js';

export const command: Command = {
  usage: '[--env-file FILE]',
  help: `
Runs the api and the worker in one process, for a machine with little memory. Start it in the folder of the release.
WORKER_DATABASE_URL, WORKER_SEALED_DATABASE_URL and WORKER_SEALED_KEYS_URL are the addresses of the worker, if it has its own roles.
METRICS_PORT serves /metrics of both, and /livez, /readyz and /health of the worker.
One signal (SIGTERM, SIGINT or SIGHUP) ends both after open requests and running jobs; a second one ends the process immediately.`,
  async run({ environment }) {
    adoptEnvironment(environment);
    const { serve } = await import('./serve.js');
    await serve(environment);
  },
};
