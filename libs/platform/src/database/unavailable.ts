/** Value of `Retry-After` in seconds. */
export const retryAfterSeconds = 10;

/** SQLSTATEs for a lost connection, exhausted resources, a server shutdown and a read-only server. */
const serverCodes = /^(?:08|53|57P|25006$)/;

/** pg has no error codes for these. */
const poolMessages =
  /^(?:Connection terminated|timeout exceeded when trying to connect$|Query read timeout$|Client has encountered a connection error)/;

/** Network errors of Node.js. Other services cause them too, so they count only if noted here. */
const networkCodes: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']);

const notedErrors = new WeakSet<object>();

export function markNoConnection(error: unknown): void {
  if (isObject(error)) notedErrors.add(error);
}

/** Marks the error of a statement if the connection to the database was lost. */
export function markLostConnection(error: unknown): void {
  if (isObject(error) && networkCodes.has(String(error['code']))) notedErrors.add(error);
}

/** A retry may succeed. A statement timeout doesn't count. */
export function isDatabaseUnavailable(error: unknown): boolean {
  for (let fault = error, deep = 0; isObject(fault) && deep < 5; deep += 1) {
    const { code, message, driverError, cause, thrownValue } = fault;
    if (notedErrors.has(fault) || poolMessages.test(String(message))) return true;
    if (typeof code === 'string' && serverCodes.test(code)) return true;
    // TypeORM, pools and GraphQL wrap errors.
    fault = driverError ?? cause ?? thrownValue;
  }
  return false;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
