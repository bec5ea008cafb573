import type { FastifyReply } from 'fastify';

export const restRoot = '/api/v1';

/** Problem details (RFC 9457) with the stable code of the refusal. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** Faults by field, for BAD_INPUT. */
  readonly fields?: unknown;
  readonly retryAfterSeconds?: number | undefined;
}

const statusOf: Readonly<Record<string, number>> = {
  NOT_SIGNED_IN: 401,
  INVALID_TOKEN: 401,
  NOT_ALLOWED: 403,
  INSUFFICIENT_SCOPE: 403,
  NOT_FOUND: 404,
  BAD_INPUT: 422,
  BAD_USER_INPUT: 422,
  IDEMPOTENCY_KEY_REUSED: 422,
  TOO_MANY_TRIES: 429,
  INTERNAL_SERVER_ERROR: 500,
  DATABASE_UNAVAILABLE: 503,
};

/** Refusals by a rule, for example SHIFT_FULL, conflict with the state of the record. */
const ruleStatus = 409;

export function problemOf(error: {
  message: string;
  extensions?: Readonly<Record<string, unknown>> | undefined;
}): Problem {
  const code = String(error.extensions?.['code'] ?? 'INTERNAL_SERVER_ERROR');
  const { fields: faults, retryAfterSeconds } = (error.extensions?.['details'] ?? {}) as Record<string, unknown>;
  const isInput = code === 'BAD_USER_INPUT' || code === 'GRAPHQL_VALIDATION_FAILED';
  // GraphQL names the field of a value with the wrong type only in its message: at "input.amount.currency"; …
  const [, field, complaint] = (isInput && / at "(?:input\.|filter\.)?([\w.]+)"(?:; (.*))?/.exec(error.message)) || [];
  const fields = faults ?? (field && { [field]: 'malformed' });
  return {
    code: isInput ? 'BAD_INPUT' : code,
    status: isInput ? 422 : (statusOf[code] ?? ruleStatus),
    detail: field && complaint ? `${field}: ${complaint}` : error.message,
    ...(fields !== undefined && { fields }),
    retryAfterSeconds: typeof retryAfterSeconds === 'number' ? retryAfterSeconds : undefined,
  };
}

export function setProblemHeaders(reply: FastifyReply, { status, code, retryAfterSeconds }: Problem): void {
  const error = code === 'INVALID_TOKEN' ? ', error="invalid_token"' : '';
  if (status === 401) void reply.header('www-authenticate', `Bearer realm="Upstander"${error}`);
  if (status === 429 || status === 503) void reply.header('retry-after', String(retryAfterSeconds ?? 60));
}

export function sendProblem(reply: FastifyReply, problem: Problem): void {
  const { status, code, detail, fields } = problem;
  setProblemHeaders(reply, problem);
  const type = `urn:upstander:problem:${code}`;
  const body = { type, title: code, status, detail, code, fields, requestId: reply.request.id };
  // As bytes, because Fastify would append a character set, which JSON doesn't have.
  void reply
    .status(status)
    .type('application/problem+json')
    .send(Buffer.from(JSON.stringify(body)));
}
