import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { replyOf, requestOf } from './current-actor.js';

export interface Browser {
  readonly userAgent: string;
  readonly cookies: string | undefined;
  /** The Host header; undefined for the site's own questions within the process. */
  readonly host: string | undefined;
  setCookie(header: string): void;
}

export const CurrentBrowser = createParamDecorator((_: unknown, context: ExecutionContext): Browser => {
  const { headers } = requestOf(context);
  const reply = replyOf(context);
  return {
    userAgent: (headers['user-agent'] ?? '').slice(0, 200),
    cookies: headers.cookie,
    host: headers.host,
    setCookie: (header) => void reply.header('set-cookie', header),
  };
});
