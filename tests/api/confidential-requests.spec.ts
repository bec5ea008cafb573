import { logRequests } from '@upstander/api';
import { confidentialOperations } from '@upstander/advocacy';
import { Metrics, type Logger } from '@upstander/platform';
import { fastify } from 'fastify';
import { anApplication, withCode } from '../support/advocacy.js';
import { startApp } from '../support/app.js';

describe('the request log', () => {
  const ask = async (method: 'GET' | 'POST', url: string, status = 200) => {
    const [info, debug, observe] = [jest.fn(), jest.fn(), jest.fn()];
    const server = fastify();
    logRequests(server, { info, debug } as unknown as Logger, observe);
    for (const route of ['/readyz', '/*']) server.all(route, (_request, reply) => reply.status(status).send());
    await server.inject({ method, url });
    await server.close();
    return { lines: info.mock.calls.length, figures: observe.mock.calls.length };
  };

  test.each(['/opportunities/baker-x1/apply', '/reply', '/talk', '/Reply', '/%72eply'])(
    'omits a form sent to %s from the log and the metrics',
    async (url) => {
      expect(await ask('POST', url)).toEqual({ lines: 0, figures: 0 });
    },
  );

  test('includes a probe of a load balancer only if it fails', async () => {
    expect(await ask('GET', '/readyz')).toEqual({ lines: 0, figures: 1 });
    expect(await ask('GET', '/readyz', 503)).toEqual({ lines: 1, figures: 1 });
  });

  test.each<['GET' | 'POST', string, number]>([
    ['GET', '/reply', 200],
    ['POST', '/reply', 500],
    ['POST', '/events/market/sign-up', 200],
  ])('includes %s %s with status %s', async (method, url, status) => {
    expect(await ask(method, url, status)).toEqual({ lines: 1, figures: 1 });
  });
});

test('leaves operations of the sealed zone out of the metrics and keeps others', async () => {
  const app = await startApp();
  const observe = jest.spyOn(app.nest.get(Metrics), 'observe');
  const { code } = await anApplication(app);
  await withCode(app, code).answer({ body: 'Hello.' });
  await app.graphql('{ helpLines { id } }');
  const operations = observe.mock.calls.map(([, labels]) => (labels as { operation?: string }).operation);
  expect(operations).toContain('helpLines');
  expect(operations.filter((name) => name && confidentialOperations.has(name))).toEqual([]);
  expect(confidentialOperations.has('applyToOpportunity')).toBe(true);
  await app.close();
});
