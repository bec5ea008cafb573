import type { Stats } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import sirv, { type Options } from 'sirv';
import { isNotModified } from '../http/conditional-requests.js';
import { acceptedEncodings } from './page-bytes.js';
import { setCharset } from './security-headers.js';

export type ServeFile = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * A release may be removed while it is served. sirv doesn't handle stream errors, which would reach the process; here
 * they end the response. Without `dev`, sirv caches the list of files, so the folder must not change.
 * @param cacheControl returns the Cache-Control value of a path
 */
export function builtFiles(folder: string, cacheControl: (path: string) => string, options: Options = {}): ServeFile {
  const serve = sirv(folder, {
    gzip: true,
    brotli: true,
    ...options,
    // sirv compares ETags as text and omits them from 304 responses.
    etag: false,
    setHeaders: (response, path, stats) => {
      response.setHeader('cache-control', cacheControl(path));
      setCharset(response, path);
      if (options.etag) validate(response, stats);
    },
  });
  return (request, response, next) => {
    response.once('pipe', (file: Readable) => file.once('error', () => response.destroy()));
    // sirv ignores weights.
    request.headers['accept-encoding'] = acceptedEncodings(request.headers['accept-encoding']);
    try {
      serve(request, response, next);
    } catch (error) {
      if (error instanceof NotModified) return void response.writeHead(304).end();
      // The file disappeared between the lookup and the read.
      if (!response.headersSent) next();
    }
  };
}

class NotModified extends Error {}

/** @throws NotModified if the client's copy is current; sirv can't be stopped otherwise */
function validate(response: ServerResponse, { size, mtime }: Stats): void {
  const etag = `W/"${size}-${mtime.valueOf()}"`;
  response.setHeader('etag', etag);
  if (isNotModified(response.req.headers, { etag, lastModified: mtime })) throw new NotModified();
}
