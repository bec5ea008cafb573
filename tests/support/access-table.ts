import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService } from '@nestjs/core';
import { RequestMethod } from '@nestjs/common';
import { buildClientSchema, getIntrospectionQuery, getNamedType, isLeafType, type GraphQLField } from 'graphql';
import type { TestApp } from './app.js';
import { followLink } from './follow-link.js';

/** Result for a caller. Other people's data must look `absent`. */
export type Outcome = 'yes' | 'absent' | 'no' | 'sign in';

/** Arguments for one call of an operation or route, on data in a chapter. */
export interface Sample {
  variables?: Record<string, unknown>;
  /** For list operations: fields to select, and a check that the answer contains the data. */
  select?: string;
  sees?: (answer: unknown) => boolean;
  path?: string;
  /** Body for a route, sent as JSON unless headers differ. */
  body?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
}

/** One operation (or one case of it) called by everyone in their own chapter and in another. */
export interface Row {
  name: string;
  cells: Array<{ person: string; own: Outcome; other: Outcome }>;
  /** True if any caller succeeded. A sample that fails for all proves nothing. */
  succeeded: boolean;
}

export type Operations = Map<string, { kind: 'query' | 'mutation'; field: GraphQLField<unknown, unknown> }>;

export async function operationsOf(app: TestApp): Promise<Operations> {
  const { data } = await app.graphql<Parameters<typeof buildClientSchema>[0]>(getIntrospectionQuery());
  const schema = buildClientSchema(data);
  const operations: Operations = new Map();
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    operations.set(field.name, { kind: 'query', field });
  }
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    operations.set(field.name, { kind: 'mutation', field });
  }
  return operations;
}

/** Returns every route of every controller, for example `GET /healthz`. */
export function routesOf(app: TestApp): string[] {
  const controllers = app.nest.get(DiscoveryService).getControllers();
  return controllers.flatMap(({ metatype }) => {
    if (!metatype) return [];
    const root = String(Reflect.getMetadata(PATH_METADATA, metatype) ?? '');
    const handlers = Object.values(Object.getOwnPropertyDescriptors(metatype.prototype as object));
    return handlers
      .map(({ value }) => value as object)
      .filter((handler) => typeof handler === 'function' && Reflect.hasMetadata(METHOD_METADATA, handler))
      .map((handler) => {
        const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number];
        const path = [root, String(Reflect.getMetadata(PATH_METADATA, handler))].join('/').replace(/\/+/g, '/');
        // Removes parameter patterns: `/events/:slug(^[a-z]+).ics` becomes `/events/:slug.ics`.
        return `${method} /${path.replace(/^\/|\/$/g, '').replace(/\([^)]*\)/g, '')}`;
      });
  });
}

/** Calls a GraphQL operation and returns its outcome. @throws if the sample is invalid or the server fails */
export async function askOperation(
  app: TestApp,
  { kind, field }: { kind: string; field: GraphQLField<unknown, unknown> },
  sample: Sample,
  options: { cookie?: string; headers?: Record<string, string> },
): Promise<{ outcome: Outcome; succeeded: boolean }> {
  const variables = sample.variables ?? {};
  const providedArgs = field.args.filter(({ name }) => name in variables);
  const argumentDefinitions = providedArgs.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const argumentList = providedArgs.map(({ name }) => `${name}: $${name}`).join(', ');
  const select = isLeafType(getNamedType(field.type)) ? '' : (sample.select ?? '{ __typename }');
  const document = `${kind}${argumentDefinitions && ` (${argumentDefinitions})`} { ${field.name}${argumentList && `(${argumentList})`} ${select} }`;
  const answer = await app.graphql<Record<string, unknown> | null>(document, variables, options);
  const code = answer.errors?.[0]?.extensions.code;
  if (code && /^(GRAPHQL_|BAD_USER_INPUT|INTERNAL)/.test(code)) {
    throw new Error(
      `${field.name}: ${code}: ${answer.errors?.[0]?.message}\n${document}\n${JSON.stringify(variables)}`,
    );
  }
  const data = answer.data?.[field.name] ?? null;
  const hasRows = data !== null && (sample.sees?.(data) ?? true);
  if (!code) return { outcome: hasRows ? 'yes' : 'absent', succeeded: hasRows };
  return { outcome: outcomeOf(code), succeeded: false };
}

export async function askRoute(
  app: TestApp,
  route: string,
  sample: Sample,
  options: { cookie?: string; headers?: Record<string, string> },
): Promise<{ outcome: Outcome; succeeded: boolean }> {
  const headers = {
    ...options.headers,
    ...(sample.body !== undefined && { 'content-type': 'application/json' }),
    ...sample.headers,
    ...(options.cookie && { cookie: options.cookie, 'sec-fetch-site': 'same-origin' }),
  };
  const method = route.slice(0, route.indexOf(' '));
  const { status } = await followLink(`${app.url}${sample.path ?? ''}`, { method, headers, body: sample.body });
  if (status >= 500) throw new Error(`${route}: ${status}`);
  const outcome = outcomeOf({ 401: 'NOT_SIGNED_IN', 403: 'NOT_ALLOWED', 404: 'NOT_FOUND' }[status] ?? '');
  return { outcome, succeeded: status < 400 };
}

function outcomeOf(code: string): Outcome {
  if (code === 'NOT_SIGNED_IN') return 'sign in';
  if (code === 'NOT_ALLOWED' || code === 'INSUFFICIENT_SCOPE') return 'no';
  // Other refusals come after the permission check, so the caller was let in.
  return code === 'NOT_FOUND' ? 'absent' : 'yes';
}

export function renderRows(rows: readonly Row[]): string {
  const people = rows[0]?.cells.map(({ person }) => person) ?? [];
  const lines = rows.map(({ name, cells }) => [`\`${name}\``, ...cells.map(describeOutcomes)]);
  const table = [['', ...people], ...lines];
  const widths = table[0]!.map((_, column) => Math.max(3, ...table.map((line) => line[column]!.length)));
  const line = (cells: string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  return [line(table[0]!), line(widths.map((width) => '-'.repeat(width))), ...table.slice(1).map(line)].join('\n');
}

function describeOutcomes({ own, other }: { own: Outcome; other: Outcome }): string {
  if (own === other) return own;
  return own === 'yes' && other === 'absent' ? 'own' : `${own} / ${other}`;
}
