import { InProcessApi } from '@upstander/api';
import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';

/** Returns the same app with requests made within the process, as its pages do, without HTTP. */
export function requestInProcess(app: TestApp): TestApp {
  const door = new InProcessApi();
  door.open(app.nest);
  const graphql = async (
    query: string,
    variables: Record<string, unknown> = {},
    options: { cookie?: string; headers?: Record<string, string> } = {},
  ) => {
    const address = options.headers?.['x-forwarded-for'] ?? '127.0.0.1';
    const { data, errors } = await door.ask(query, variables, {
      address,
      cookie: options.cookie,
      requestId: randomUUID(),
    });
    return { data: data ?? null, errors, status: 200, headers: new Headers() };
  };
  return { ...app, graphql: graphql as TestApp['graphql'] };
}
