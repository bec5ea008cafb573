import type { Stats } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import sirv, { type Options } from 'sirv';
import { isNotModified } from '../http/conditional-requests.js';
import { acceptedEncodings } from './page-bytes.js';
import { setCharset } from './security-headers.js';

/** Answers with a file, or leaves the request to `next` where there is none. */
export type Serve = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * The files of a folder that a build wrote.
 *
 * A release may be taken away while a process of it still runs, or while another reads in it: then a file that was there a
 * moment ago cannot be read. sirv listens to nobody's errors, and one would escape to the process; here it ends that answer.
 * Without `dev` sirv knows for good which files there are and how long each is: that is for a folder nobody writes to.
 *
 * @param cacheControl says of the file at a path how long it may be kept
 */
export function builtFiles(folder: string, cacheControl: (path: string) => string, options: Options = {}): Serve {
  const serve = sirv(folder, {
    gzip: true,
    brotli: true,
    ...options,
    // Compared as text there, and missing from its 304.
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
      // A file that went between the look and the reading is one that is not there.
      if (!response.headersSent) next();
    }
  };
}

class NotModified extends Error {}

/** Sets the ETag of a file. @throws NotModified if the client's copy is current; sirv knows no other way to stop. */
function validate(response: ServerResponse, { size, mtime }: Stats): void {
  const etag = `W/"${size}-${mtime.valueOf()}"`;
  response.setHeader('etag', etag);
  if (isNotModified(response.req.headers, { etag, lastModified: mtime })) throw new NotModified();
}
