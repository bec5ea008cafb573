import { AdvocateList } from '@upstander/advocacy';
import { createApi } from '@upstander/api';
import {
  Clock,
  type Compiled,
  type Config,
  Database,
  type JobName,
  JobRunner,
  JobRuns,
  Logger,
  Metrics,
} from '@upstander/platform';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { safelist } from './client-documents.mjs';
import { testConfig } from './config.js';
import { cloneDatabase, type SpecDatabase } from './database.js';
import { indexEntities } from './entity-index.js';
import { MovableClock } from './movable-clock.js';
import { aSession, type Person } from './people.js';
import { postJson } from './post-json.js';
import { ProgramRoles } from './program-roles.js';
import { deleteByForce } from './tampering.js';

indexEntities();

export interface GraphqlAnswer<Data> {
  data: Data;
  errors?: Array<{ message: string; path?: string[]; extensions: { code: string; details?: Record<string, unknown> } }>;
  status: number;
  headers: Headers;
}

export interface RequestOptions {
  cookie?: string;
  headers?: Record<string, string>;
}

/** A complete API over HTTP with a separate database, and handles for tests. */
export interface TestApp {
  url: string;
  nest: NestFastifyApplication;
  config: Config;
  db: Database;
  database: SpecDatabase;
  clock: MovableClock;
  graphql<Data = Record<string, never>>(
    query: string,
    variables?: Record<string, unknown>,
    options?: RequestOptions,
  ): Promise<GraphqlAnswer<Data>>;
  /** Runs a job as the worker would. Abort the signal to simulate a stopping worker. */
  runJob(name: JobName, signal?: AbortSignal): Promise<void>;
  signedIn(person?: Person): Promise<{ accountId: string; email: string; cookie: string }>;
  close(): Promise<void>;
}

export interface StartOptions {
  config?: Record<string, string>;
  compileQueries?: Compiled;
  /** As in production: accepts only documents of our pages, and the test's own with a token. */
  safelisted?: boolean;
  /** Database of another app in this spec, to simulate a second process. Its creator drops it. */
  database?: SpecDatabase;
  /** If false, requests and jobs use the pool and role of `db`, for tests that observe or exhaust that pool. */
  ownRoles?: boolean;
}

const productionSettings = {
  GRAPHQL_FREE_DOCUMENTS: 'false',
  GRAPHQL_TOKENS: 'a-token-that-only-tests-know-and-everybody-may',
};

export async function startApp(options: StartOptions = {}): Promise<TestApp> {
  const database = options.database ?? (await cloneDatabase());
  const config = testConfig(database.url, { ...(options.safelisted && productionSettings), ...options.config });
  const nest = await createApi(config, {
    compileQueries: options.compileQueries,
    ...(options.safelisted && { safelist: safelist() }),
  });
  await nest.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(nest.getHttpServer().address() as AddressInfo).port}`;
  const db = nest.get(Database);
  const isOwnAddress = options.config?.['DATABASE_URL'] ?? options.config?.['DATABASE_POOL'];
  const urls = (options.ownRoles ?? !isOwnAddress) ? database.byProgram : undefined;
  const roles = urls ? new ProgramRoles(db, config, urls) : null;
  roles?.serve(nest.getHttpServer());
  const clock = new MovableClock(nest.get(Clock));
  const tools = [nest.get(Logger), nest.get(DiscoveryService), nest.get(Reflector)] as const;
  const runner = new JobRunner(config, ...tools, nest.get(JobRuns), nest.get(Metrics));
  let jobs: ReturnType<JobRunner['handlers']> | undefined;

  return {
    url,
    nest,
    config,
    db,
    database,
    clock,
    async graphql<Data>(query: string, variables: Record<string, unknown> = {}, options: RequestOptions = {}) {
      const { text, status, headers } = await postJson(`${url}/graphql`, JSON.stringify({ query, variables }), {
        // As sent by our own pages. Without it, a request with a session is rejected.
        ...(options.cookie && { cookie: options.cookie, 'sec-fetch-site': 'same-origin' }),
        ...(config.GRAPHQL_TOKENS[0] && { 'x-graphql-token': config.GRAPHQL_TOKENS[0] }),
        ...options.headers,
      });
      const answer = JSON.parse(text) as Pick<GraphqlAnswer<Data>, 'data' | 'errors'>;
      return { ...answer, status, headers };
    },
    async runJob(name, signal = new AbortController().signal) {
      jobs ??= runner.handlers();
      const job = jobs.get(name);
      if (!job) throw new Error(`No job ${name}.`);
      await (roles ? roles.work(() => job.run(signal)) : job.run(signal));
    },
    async signedIn(person = {}) {
      const session = await aSession(db, person, clock.now());
      if (person.role === 'advocate') await nest.get(AdvocateList, { strict: false }).add([session.accountId]);
      return session;
    },
    async close() {
      await nest.close();
      await roles?.close();
      await deleteByForce({ config });
      if (!options.database) await database.drop();
    },
  };
}

export function refusal(answer: { errors?: Array<{ extensions: { code: string } }> }): string | null {
  return answer.errors?.[0]?.extensions.code ?? null;
}
