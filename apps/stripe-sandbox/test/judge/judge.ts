import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { DerivedSchema, Schema } from './derive-schema.js';
import { installedSchema } from './installed-schema.js';

type Json = Record<string, unknown>;

const errorBody: Schema = {
  type: 'object',
  required: ['error'],
  additionalProperties: false,
  properties: {
    error: {
      type: 'object',
      required: ['type', 'message'],
      properties: {
        type: {
          enum: [
            'api_error',
            'authentication_error',
            'card_error',
            'idempotency_error',
            'invalid_request_error',
            'rate_limit_error',
          ],
        },
        message: { type: 'string', minLength: 1 },
        code: { type: 'string' },
        param: { type: 'string' },
        decline_code: { type: 'string' },
        doc_url: { type: 'string', pattern: '^https://(docs\\.stripe\\.com|stripe\\.com/docs)/error-codes/' },
        request_log_url: { type: 'string' },
        charge: { type: 'string' },
        advice_code: { type: 'string' },
        network_decline_code: { type: 'string' },
        network_advice_code: { type: 'string' },
        payment_intent: { $ref: 'stripe#/roots/payment_intent' },
        payment_method: { $ref: 'stripe#/roots/payment_method' },
        setup_intent: { $ref: 'stripe#/roots/setup_intent' },
      },
      additionalProperties: false,
    },
  },
};

export class Judge {
  private readonly ajv = new Ajv({ strict: false, inlineRefs: false });
  private readonly verdicts = new Map<string, ValidateFunction>();

  constructor(private readonly schema: DerivedSchema) {
    this.ajv.addSchema(schema, 'stripe');
  }

  /** Returns descriptions of errors in a body of this resource; empty if valid. */
  findFaults(resource: string, body: unknown): string[] {
    if (resource === 'list' || resource === 'search_result') return this.listComplaints(body as Json);
    if (resource === 'error') return this.check('error', errorBody, body);
    const root = this.schema.roots[resource];
    if (!root) return [`The SDK knows no resource "${resource}".`];
    const variant = this.variant(resource, root, body as Json | null);
    return this.check(`${resource} ${JSON.stringify(variant)}`, absolute(variant), body);
  }

  findAnswerFaults(status: number, body: unknown): string[] {
    if (status >= 400) return this.findFaults('error', body);
    const object = (body as Json | null)?.['object'];
    return typeof object === 'string' ? this.findFaults(object, body) : ['An answer must say what it is.'];
  }

  private listComplaints(body: Json): string[] {
    const { url, has_more: more, data } = body;
    if (!Array.isArray(data)) return ['data: a list must have an array'];
    const complaints: string[] = [];
    if (typeof url !== 'string' || !url.startsWith('/v1/')) complaints.push('url: must say where the list is');
    if (typeof more !== 'boolean') complaints.push('has_more: must be boolean');
    for (const [at, item] of data.entries()) {
      for (const complaint of this.findAnswerFaults(200, item)) complaints.push(`/data/${at}${complaint}`);
    }
    return complaints;
  }

  /** Selects the union member by `deleted`, or by `type` for events, to give specific errors. */
  private variant(resource: string, root: Schema, body: Json | null): Schema {
    const variants = (root['anyOf'] ?? this.resolve(root)['anyOf']) as Schema[] | undefined;
    if (!variants || body === null) return root;
    const member = resource === 'event' ? 'type' : 'deleted';
    const matchesVariant = (variant: Schema) => {
      const memberSchema = (this.resolve(variant)['properties'] as Record<string, Schema> | undefined)?.[member];
      return resource === 'event'
        ? memberSchema?.['const'] === body[member]
        : (memberSchema?.['const'] === true) === (body[member] === true);
    };
    return variants.find(matchesVariant) ?? root;
  }

  private resolve(schema: Schema): Schema {
    const name = /^#\/definitions\/(.+)$/.exec(String(schema['$ref'] ?? ''))?.[1];
    return name ? (this.schema.definitions[name] ?? schema) : schema;
  }

  private check(name: string, schema: Schema, body: unknown): string[] {
    let verdict = this.verdicts.get(name);
    if (!verdict) this.verdicts.set(name, (verdict = this.ajv.compile(schema)));
    return verdict(body) ? [] : mostRelevantErrors(verdict.errors ?? []);
  }
}

function absolute(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"stripe#/')) as Schema;
}

/** Keeps the deepest errors. A value that fits no member of a union yields errors for each of them. */
function mostRelevantErrors(errors: ErrorObject[]): string[] {
  const telling = errors.filter(({ keyword }) => keyword !== 'anyOf');
  const depth = ({ instancePath }: ErrorObject) => instancePath.split('/').length;
  const deepest = Math.max(...telling.map(depth));
  const there = telling.filter((error) => depth(error) === deepest);
  const others = there.filter(({ keyword }) => keyword !== 'type');
  return [...new Set((others.length > 0 ? others : there).map(describeError))].slice(0, 5);
}

function describeError({ instancePath, message, params }: ErrorObject): string {
  const details = params as { additionalProperty?: string; allowedValues?: unknown[]; allowedValue?: unknown };
  const detail = details.additionalProperty ?? details.allowedValues?.join(', ') ?? details.allowedValue;
  return `${instancePath}: ${message}${detail === undefined ? '' : ` (${String(detail)})`}`;
}

let shared: Judge | undefined;

/** Returns a shared judge, because creating one takes a second. */
export function sharedJudge(): Judge {
  return (shared ??= new Judge(installedSchema()));
}

/** @throws if Stripe could not have sent this as such a resource */
export function expectValid(resource: string, body: unknown): void {
  const complaints = sharedJudge().findFaults(resource, body);
  if (complaints.length > 0) throw new Error(`Stripe would not send this as ${resource}: ${complaints.join('; ')}`);
}
