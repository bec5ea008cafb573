import type { Fault, Faults } from '../faults/faults.js';
import { expand } from '../store/expand.js';
import { API_VERSION, type Store } from '../store/store.js';
import type { Answer, ApiRequest, Outcome } from './answer.js';
import { parseForm, type Form } from './form.js';
import type { Idempotency } from './idempotency.js';
import { list, text } from './params.js';
import { match, type Route } from './route.js';
import { StripeError, invalid } from './stripe-error.js';

interface Call {
  asked: ApiRequest;
  path: string;
  requestId: string;
  key: string | null;
  found: { route: Route; ids: string[] };
}

const expandParam = list(text());

export class Api {
  constructor(
    private readonly store: Store,
    private readonly routes: readonly Route[],
    private readonly idempotency: Idempotency,
    private readonly faults: Faults,
    private readonly secretKey: string | null,
  ) {}

  async handle(asked: ApiRequest): Promise<Outcome> {
    const requestId = `req_${this.store.random.randomText(14)}`;
    try {
      this.authenticate(asked);
      const path = asked.path.split('?')[0] as string;
      const found = this.find(asked.method, path);
      const fault = this.faults.takeFault(found.route.pattern);
      const key = asked.method === 'POST' ? (asked.headers['idempotency-key'] ?? null) : null;
      return await this.withFault({ asked, path, requestId, key, found }, fault);
    } catch (error) {
      return this.errorAnswer(error, requestId, asked);
    }
  }

  private async withFault(call: Call, fault: Fault | null): Promise<Outcome> {
    switch (fault?.kind) {
      case 'drop_before':
        return 'cut';
      case '429':
        throw new StripeError(429, 'rate_limit_error', 'Too many requests hit the API too quickly.', {
          code: 'rate_limit',
        });
      case '409':
        throw new StripeError(409, 'idempotency_error', 'Another request works on the same object right now.', {
          code: 'idempotency_key_in_use',
        });
      case 'commit_then_drop':
        await this.answerCall(call);
        return 'cut';
      case 'commit_then_hang':
        await this.answerCall(call);
        return 'silence';
      default:
        return this.answerCall(call, fault);
    }
  }

  private async answerCall(call: Call, fault: Fault | null = null): Promise<Answer> {
    const { asked, path, key, requestId } = call;
    const endpoint = `${asked.method} ${path}`;
    const earlier = key === null ? null : this.idempotency.begin(key, endpoint, asked.body);
    if (earlier) return this.replayAnswer(earlier, requestId);
    let begun = false;
    try {
      if (fault?.kind === 'slow') await fault.wait?.();
      const work = this.prepare(call);
      begun = true;
      const answer = fault?.kind === '500' ? this.serverError(call) : this.completeCall(call, work);
      if (key !== null) this.idempotency.saveAnswer(key, endpoint, asked.body, answer);
      return answer;
    } finally {
      if (key !== null && !begun) this.idempotency.release(key);
    }
  }

  private prepare({ asked, found }: Call): () => unknown {
    const query = asked.path.includes('?') ? asked.path.slice(asked.path.indexOf('?') + 1) : '';
    const form: Form = parseForm(asked.method === 'POST' && asked.body ? asked.body : query);
    const paths = form['expand'] === undefined ? [] : expandParam.read(form['expand'], 'expand');
    delete form['expand'];
    if (!asked.headers['stripe-version']) renameOldParameters(form, found.route.takes);
    const work = found.route.prepare(this.store, form, found.ids);
    return () => expand(this.store, work(), paths);
  }

  /** Runs synchronously, so a request can't be interleaved. */
  private completeCall({ asked, requestId, key }: Call, work: () => unknown): Answer {
    this.store.request = { id: requestId, idempotency_key: key };
    try {
      return this.ok(work(), requestId, key);
    } catch (error) {
      return this.errorAnswer(error, requestId, asked);
    } finally {
      this.store.request = null;
    }
  }

  private serverError({ asked, requestId }: Call): Answer {
    return this.errorAnswer(new StripeError(500, 'api_error', 'Something went wrong on our end.'), requestId, asked);
  }

  private ok(object: unknown, requestId: string, key: string | null): Answer {
    const headers = { ...this.headers(requestId), ...(key !== null && { 'idempotency-key': key }) };
    return { status: 200, headers, body: JSON.stringify(object) };
  }

  private errorAnswer(error: unknown, requestId: string, asked: ApiRequest): Answer {
    const known =
      error instanceof StripeError
        ? error
        : new StripeError(500, 'api_error', `The local Stripe failed: ${error instanceof Error ? error.stack : error}`);
    const key = asked.method === 'POST' ? asked.headers['idempotency-key'] : undefined;
    return {
      status: known.status,
      headers: { ...this.headers(requestId), ...(key !== undefined && { 'idempotency-key': key }) },
      body: JSON.stringify(known.body(requestId, this.store.now())),
    };
  }

  private replayAnswer(earlier: Answer, requestId: string): Answer {
    const original = earlier.headers['request-id'] as string;
    const headers = {
      ...earlier.headers,
      'request-id': requestId,
      'original-request': original,
      'idempotent-replayed': 'true',
    };
    return { ...earlier, headers };
  }

  private headers(requestId: string): Record<string, string> {
    return { 'content-type': 'application/json', 'request-id': requestId, 'stripe-version': API_VERSION };
  }

  private authenticate({ headers }: ApiRequest): void {
    const given = /^Bearer (\S+)$/i.exec(headers['authorization'] ?? '')?.[1];
    const key = given ?? /^Basic (\S+)$/i.exec(headers['authorization'] ?? '')?.[1];
    if (!key) throw unauthorized('You did not provide an API key.');
    const secret = given ?? Buffer.from(key, 'base64').toString().split(':')[0] ?? '';
    // A live key sent to a test server is a serious mistake and must fail.
    const fits = this.secretKey ? secret === this.secretKey : /^(sk|rk)_test_/.test(secret);
    if (!fits) throw unauthorized(`Invalid API Key provided: ${secret.slice(0, 8)}****`);
    const version = headers['stripe-version'];
    if (version && version !== API_VERSION)
      throw invalid(`Invalid Stripe API version: ${version}. The local Stripe uses ${API_VERSION}.`);
  }

  private find(method: string, path: string): Call['found'] {
    const segments = path.split('/').slice(1).map(decodeSegment);
    for (const route of this.routes) {
      const ids = route.method === method ? match(route, segments) : null;
      if (ids) return { route, ids };
    }
    throw new StripeError(404, 'invalid_request_error', `Unrecognized request URL (${method}: ${path}).`, {
      code: 'url_invalid',
    });
  }
}

function unauthorized(message: string): StripeError {
  return new StripeError(401, 'authentication_error', message);
}

/** Accepts old parameter names from requests without a version (SDK 23.0: `allowed_payment_method_types`). */
function renameOldParameters(form: Form, takes: ReadonlySet<string>): void {
  const older = form['payment_method_types'];
  if (older === undefined || !takes.has('allowed_payment_method_types')) return;
  form['allowed_payment_method_types'] = older;
  delete form['payment_method_types'];
}

/** Returns an invalid segment as is; it matches nothing. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
