import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { replyOf, requestOf } from './current-actor.js';

/** The browser at the other end, as far as signing in and out needs it. */
export interface Browser {
  readonly userAgent: string;
  setCookie(header: string): void;
}

/** The browser of this request. */
export const CurrentBrowser = createParamDecorator((_: unknown, context: ExecutionContext): Browser => {
  const agent = requestOf(context).headers['user-agent'] ?? '';
  const reply = replyOf(context);
  return { userAgent: agent.slice(0, 200), setCookie: (header) => void reply.header('set-cookie', header) };
});
