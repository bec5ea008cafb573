import { createApiProgram, type ApiProgram } from '@upstander/api';
import { releaseFacts } from '@upstander/db';
import { loadConfig, runPrograms, type Config, type Environment } from '@upstander/platform';
import { createWorkerProgram } from '@upstander/worker';
import { environmentsOf } from './environments.js';

/** Runs the api and the worker in this process until a signal. */
export async function serve(environment: Environment): Promise<void> {
  let api: ApiProgram;
  await runPrograms(releaseFacts.version, () => {
    const { api: ofApi, worker: ofWorker } = environmentsOf(environment);
    return [
      { config: loadConfig(ofApi), create: async (config: Config) => (api = await createApiProgram(config)) },
      {
        config: loadConfig(ofWorker).withJobTimeout(),
        create: async (config: Config) => {
          const worker = await createWorkerProgram(config);
          api.metrics.include('worker', worker.metrics);
          Object.assign(api.internalRoutes, worker.internalRoutes);
          return worker;
        },
      },
    ];
  });
}
