import type { Environment } from '@upstander/platform';

const workerSetting = /^WORKER_((?:SEALED_)?DATABASE_URL|SEALED_KEYS_URL)(?:_FILE)?$/;

/** Returns the settings of both programs. WORKER_DATABASE_URL is the worker's DATABASE_URL, and so on. */
export function environmentsOf(environment: Environment): { api: Environment; worker: Environment } {
  const given = Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== '');
  const ofWorker = given.filter(([name]) => workerSetting.test(name));
  const api = Object.fromEntries(Object.entries(environment).filter(([name]) => !workerSetting.test(name)));
  const worker = { ...api };
  for (const [name, value] of ofWorker) {
    const setting = workerSetting.exec(name)![1]!;
    // An address in a file replaces one without, and the other way round.
    delete worker[setting];
    delete worker[`${setting}_FILE`];
    worker[name.replace('WORKER_', '')] = value;
  }
  return { api, worker };
}
