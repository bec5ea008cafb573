import { print } from '@0no-co/graphql.web';
import type { TadaDocumentNode } from 'gql.tada';
import { ApiFault, ApiRefusal } from './refusal.js';

export interface WireAnswer {
  data?: unknown;
  errors?: unknown[] | undefined;
}

interface WireError {
  message: string;
  extensions?: { code?: string; details?: Record<string, unknown>; id?: string };
}

/** Sends a query to the API over HTTP or in process and returns its response. */
export type Send = (query: string, variables: Record<string, unknown>) => Promise<WireAnswer>;

const printed = new WeakMap<object, string>();

/** @throws ApiRefusal for an expected error, ApiFault for a failure */
export async function ask<Result, Variables>(
  send: Send,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const { data, errors } = await send(textOf(document), variables as Record<string, unknown>);
  const error = errors?.[0] as WireError | undefined;
  if (error) throw errorOf(error);
  return data as Result;
}

/** Returns the text of a document. It must match the safelist exactly. */
export function textOf(document: object): string {
  let text = printed.get(document);
  if (text === undefined) printed.set(document, (text = print(document as Parameters<typeof print>[0])));
  return text;
}

function errorOf({ message, extensions = {} }: WireError): Error {
  const { code = 'UNKNOWN', details = {}, id } = extensions;
  if (code === 'DATABASE_UNAVAILABLE') return new ApiFault('database', id, message);
  const isFault = code === 'INTERNAL_SERVER_ERROR' || code === 'UNKNOWN' || code.startsWith('GRAPHQL_');
  if (isFault) return new ApiFault('server', id, message);
  return new ApiRefusal(code, code === 'BAD_USER_INPUT' ? { ...details, fields: fieldIn(message) } : details);
}

/**
 * Returns the input field that GraphQL itself rejected, for example an invalid phone number.
 * Only the message names it.
 */
function fieldIn(message: string): Record<string, string> {
  const field = /^.* at "(?:\w+\.)+(\w+)"; /s.exec(message)?.[1];
  return field === undefined ? {} : { [field]: 'not-valid' };
}
