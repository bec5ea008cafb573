import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { replyOf, requestOf } from './current-actor.js';

/** The browser at the other end, as far as signing in and out needs it. */
export interface Browser {
  readonly userAgent: string;
  /** The Cookie header, as it came. */
  readonly cookies: string | undefined;
  setCookie(header: string): void;
}

/** The browser of this request. */
export const CurrentBrowser = createParamDecorator((_: unknown, context: ExecutionContext): Browser => {
  const { headers } = requestOf(context);
  const reply = replyOf(context);
  return {
    userAgent: (headers['user-agent'] ?? '').slice(0, 200),
    cookies: headers.cookie,
    setCookie: (header) => void reply.header('set-cookie', header),
  };
});
