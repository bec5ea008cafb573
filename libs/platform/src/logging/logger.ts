import { Injectable, type LoggerService } from '@nestjs/common';
import { hostname } from 'node:os';
import { pino, type Logger as Pino } from 'pino';
import { Config } from '../config/config.js';
import { telemetry } from '../telemetry/telemetry.js';
import { logOutput } from './log-output.js';

type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>;

function sendToTelemetry(line: string): string {
  telemetry.on?.log(JSON.parse(line) as Record<string, unknown>);
  return line;
}

/** Log IDs, counts and codes, never personal data. */
@Injectable()
export class Logger {
  readonly pino: Pino;

  constructor(config: Config) {
    const options = { level: config.LOG_LEVEL, base: { program: config.program, host: hostname() } };
    const output = logOutput(({ why, lines }) => this.warn({ why, lines }, 'the log could not be written for a while'));
    this.pino = pino({ ...options, hooks: { streamWrite: sendToTelemetry } }, output);
  }

  debug(fields: Fields, sentence: string): void {
    this.pino.debug(fields, sentence);
  }

  info(fields: Fields, sentence: string): void {
    this.pino.info(fields, sentence);
  }

  warn(fields: Fields, sentence: string): void {
    this.pino.warn(fields, sentence);
  }

  error(fields: Fields, sentence: string): void {
    this.pino.error(fields, sentence);
  }

  /** Uses the support ID shown to the user. */
  fault(error: unknown, fields: Fields, sentence: string): void {
    this.pino.error({ ...fields, err: redactValues(error) }, sentence);
  }
}

/** PostgreSQL quotes row values in `detail`, and for SQLSTATE class 22 in the message. */
function redactValues(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table, schema } = error as unknown as Record<string, unknown>;
  const quotesValue = typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code);
  const message = quotesValue ? 'a value does not fit its type' : error.message;
  const stack = quotesValue ? error.stack?.replaceAll(error.message, () => message) : error.stack;
  return { type: error.name, message, stack, code, constraint, table, schema };
}

/** Sends Nest's own log to the same stream. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.pino.debug({ context }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.logger.pino.warn({ context }, String(message));
  }

  error(message: unknown, stack?: string): void {
    this.logger.pino.error({ stack }, message instanceof Error ? message.message : String(message));
  }
}

/** Logs Fastify's errors with only the request ID, because URLs can contain personal links. */
export class ServerLog {
  readonly level = 'error';

  constructor(
    private readonly logger: Logger,
    private readonly requestId?: string,
  ) {}

  child({ reqId }: { reqId?: string }): ServerLog {
    return new ServerLog(this.logger, reqId ?? this.requestId);
  }

  error(fault: unknown): void {
    const error = fault instanceof Error ? fault : (fault as { err?: unknown } | null)?.err;
    this.logger.fault(error, { requestId: this.requestId }, 'the server could not finish a response');
  }

  fatal(fault: unknown): void {
    this.error(fault);
  }

  warn(): void {}
  info(): void {}
  debug(): void {}
  trace(): void {}
  silent(): void {}
}
