import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { recordRefusal, SecurityEvents } from '@upstander/identity';
import { isDatabaseUnavailable, Logger, Refusal, retryAfterSeconds, loggedRefusals } from '@upstander/platform';
import type { FastifyReply } from 'fastify';

const statusOf: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  FUNDRAISING_OFF: 404,
  OPPORTUNITIES_OFF: 404,
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  TOO_MANY_TRIES: 429,
  FILES_AWAY: 503,
};

/** Maps errors of plain routes to responses as in GraphQL. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly events: SecurityEvents,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    // Apollo masks errors of GraphQL fields.
    if (host.getType<string>() === 'graphql') throw error;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const requestId = reply.request.id;
    if (error instanceof Refusal) {
      if (loggedRefusals.has(error.code)) this.logger.info({ requestId, code: error.code }, 'refused');
      recordRefusal(this.events, reply.request, {
        code: error.code,
        operation: reply.request.routeOptions.url ?? null,
      });
      const status = statusOf[error.code] ?? 400;
      // Required by RFC 9110, 15.5.2. Browsers show no password prompt for this scheme.
      if (status === 401) void reply.header('www-authenticate', 'Cookie realm="Upstander"');
      if (status === 503) void reply.header('retry-after', String(retryAfterSeconds));
      void reply.status(status).send({ code: error.code, message: error.message });
    } else if (error instanceof HttpException || isClientError(error)) {
      const status = error instanceof HttpException ? error.getStatus() : error.statusCode;
      void reply.status(status).send({ code: `HTTP_${status}`, message: error.message });
    } else {
      this.logger.fault(error, { requestId }, 'a request failed');
      if (isDatabaseUnavailable(error)) {
        const message = 'Our database cannot be reached at the moment. Please try the same again in a minute.';
        void reply.status(503).header('retry-after', String(retryAfterSeconds));
        void reply.send({ code: 'DATABASE_UNAVAILABLE', message, id: requestId });
        return;
      }
      const message = 'Something went wrong on our side.';
      void reply.status(500).send({ code: 'INTERNAL_SERVER_ERROR', message, id: requestId });
    }
  }
}

/** True for Fastify's own refusals (too large, unreadable), which have a 4xx status. */
function isClientError(error: unknown): error is Error & { statusCode: number } {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return error instanceof Error && typeof status === 'number' && status >= 400 && status < 500;
}
