import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import sirv, { type Options } from 'sirv';
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
    setHeaders: (response, path) => {
      response.setHeader('cache-control', cacheControl(path));
      setCharset(response, path);
    },
  });
  return (request, response, next) => {
    response.once('pipe', (file: Readable) => file.once('error', () => response.destroy()));
    try {
      serve(request, response, next);
    } catch {
      // A file that went between the look and the reading is one that is not there.
      if (!response.headersSent) next();
    }
  };
}
