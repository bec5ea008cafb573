import Stripe from 'stripe';
import type { ApiRequest, Outcome } from '../requests/answer.js';

type HttpClient = NonNullable<NonNullable<ConstructorParameters<typeof Stripe>[1]>['httpClient']>;

interface RequestHandler {
  handle(asked: ApiRequest): Promise<Outcome>;
}

export function clientOf(sandbox: RequestHandler, secretKey: string): Stripe {
  return new Stripe(secretKey, { telemetry: false, maxNetworkRetries: 0, httpClient: createInProcessClient(sandbox) });
}

function createInProcessClient(sandbox: RequestHandler): HttpClient {
  return {
    getClientName: () => 'in-process',
    async makeRequest(_host, _port, path, method, headers, body) {
      const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
      const asked = { method, path, headers: Object.fromEntries(named) as Record<string, string>, body: body ?? '' };
      const outcome = await sandbox.handle(asked);
      if (typeof outcome === 'string') throw new Error('The local Stripe does not respond.');
      return {
        getStatusCode: () => outcome.status,
        getHeaders: () => outcome.headers,
        getRawResponse: () => outcome,
        toStream: () => outcome.body,
        toJSON: () => Promise.resolve(JSON.parse(outcome.body) as unknown),
      };
    },
  };
}
