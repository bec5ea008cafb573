import { parsedUrl } from '@upstander/platform';
import type { FastifyRequest } from 'fastify';
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SitePageRequest } from './site-build.js';

const largestForm = 32 * 1024;
const formType = 'application/x-www-form-urlencoded';
/** Type of a mail client's unsubscribe request (RFC 8058, 3.2). Forms of the site never use it. */
const mailboxFormType = 'multipart/form-data';
const unsubscribePath = /^\/(?:messages|registration-messages|news|notifications)\/[^/?]+\/?(?:\?|$)/;

const readableHeaders: ReadonlySet<string> = new Set(['accept-encoding', 'accept-language', 'cookie']);

export class FormRefused extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Returns the URL-encoded fields of a form, or null for a request without one.
 * A body that is too large or has another type isn't read.
 * @throws FormRefused 413, 415 or 400; any other error if the client disconnected
 */
export async function readForm({ raw, method }: Pick<FastifyRequest, 'raw' | 'method'>): Promise<string | null> {
  if (method !== 'POST') return null;
  const type = raw.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (Number(raw.headers['content-length'] ?? 0) > largestForm) throw tooLarge();
  const isMultipart = type === mailboxFormType && unsubscribePath.test(raw.url ?? '');
  if (type !== undefined && type !== formType && !isMultipart)
    throw new FormRefused(415, `A form comes as ${formType}.`);
  const bytes = await readBody(raw);
  if (isMultipart) return multipartFields(bytes, raw.headers['content-type'] ?? '');
  if (bytes.length > 0 && type === undefined) throw new FormRefused(415, `A form comes as ${formType}.`);
  const text = bytes.toString('utf8');
  if (!isUtf8(bytes) || !isReadable(text))
    throw new FormRefused(400, 'The form is not valid UTF-8, or contains a NUL.');
  return text;
}

/** @throws FormRefused 400 for an invalid body or a file */
async function multipartFields(bytes: Buffer, type: string): Promise<string> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  const fields = new URLSearchParams();
  for (const [name, value] of form ?? []) {
    if (typeof value !== 'string') throw new FormRefused(400, 'This form takes no files.');
    fields.append(name, value);
  }
  if (form === null || !isReadable(fields.toString())) throw new FormRefused(400, 'The form cannot be read.');
  return fields.toString();
}

async function readBody(raw: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // The rest stays unread; the response waits until it is drained.
  for await (const chunk of raw.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > largestForm) throw tooLarge();
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): FormRefused {
  return new FormRefused(413, 'That is more than a form holds.');
}

function isReadable(fields: string): boolean {
  try {
    return !decodeURIComponent(fields).includes('\0');
  } catch {
    return false;
  }
}

/** The origin is always the site's own, regardless of Host. */
export function pageRequest(
  { raw, method }: Pick<FastifyRequest, 'raw' | 'method'>,
  form: string | null,
  { origin, signal }: { origin: string; signal?: () => AbortSignal },
): SitePageRequest {
  const url = origin + (raw.url ?? '/');
  const readHeader = (name: string) => {
    const value = readableHeaders.has(name) ? raw.headers[name] : undefined;
    return typeof value === 'string' ? value : null;
  };
  return {
    url,
    method,
    headers: { get: readHeader },
    whole() {
      const headers = new Headers();
      for (const name of readableHeaders) {
        const value = readHeader(name);
        if (value !== null) headers.set(name, value);
      }
      if (form !== null) headers.set('content-type', formType);
      return new Request(url, { method, headers, signal: signal?.(), ...(form !== null && { body: form }) });
    },
  };
}

/**
 * True if another site led the browser here, by a link or without the user's intent.
 * Browsers from before 2023 don't send Sec-Fetch-Site, so the referrer counts.
 */
export function isCrossSiteNavigation(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  ourHost: string,
): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const from = headers['referer'];
  if (typeof from !== 'string') return false;
  const page = parsedUrl(from);
  return page === null || ![ourHost, headers['host']].includes(page.host);
}

/** Aborts if the visitor disconnects. */
export function disconnectSignal(raw: ServerResponse): AbortSignal {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
