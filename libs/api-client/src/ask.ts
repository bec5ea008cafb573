import { print } from '@0no-co/graphql.web';
import type { TadaDocumentNode } from 'gql.tada';
import { ApiFault, ApiRefusal } from './refusal.js';

/** What the API answers, before anybody has looked at it. */
export interface WireAnswer {
  data?: unknown;
  errors?: unknown[] | undefined;
}

interface WireError {
  message: string;
  extensions?: { code?: string; details?: Record<string, unknown>; id?: string };
}

/** Brings a question to the API and its answer back: by HTTP, or within the server. */
export type Send = (query: string, variables: Record<string, unknown>) => Promise<WireAnswer>;

const printed = new WeakMap<object, string>();

/**
 * Asks the API.
 * @throws ApiRefusal for an expected "no"; ApiFault when something broke.
 */
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

/** A document as it is sent: the safelist knows it by exactly this text. */
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

/** The field that GraphQL itself did not take, such as a phone number that is none: it stands in the message alone. */
function fieldIn(message: string): Record<string, string> {
  const field = /^.* at "(?:\w+\.)+(\w+)"; /s.exec(message)?.[1];
  return field === undefined ? {} : { [field]: 'not-valid' };
}
