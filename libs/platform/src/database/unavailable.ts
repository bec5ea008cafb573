/** How soon whoever was told that the database, or the bucket of files, is away may ask again, in the header `Retry-After`. */
export const retryAfterSeconds = 10;

/** By SQLSTATE: the connection was lost, the server has no room for it or no disk, it is being stopped, or takes no writes any more. */
const ofTheServer = /^(?:08|53|57P|25006$)/;

/** By pg's own words; it has no codes for these. */
const ofThePool =
  /^(?:Connection terminated|timeout exceeded when trying to connect$|Query read timeout$|Client has encountered a connection error)/;

/** What Node says of a line that breaks. Others than PostgreSQL have lines too, so these count only where they were noted. */
const ofTheLine: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']);

const noted = new WeakSet<object>();

/** Remembers that a connection to the database could not be made. */
export function noteNoConnection(error: unknown): void {
  if (isObject(error)) noted.add(error);
}

/** Remembers an error that a statement met, where it is one of the line to the database. */
export function noteLostLine(error: unknown): void {
  if (isObject(error) && ofTheLine.has(String(error['code']))) noted.add(error);
}

/**
 * Whether something failed because the database cannot be reached, or can do nothing for anybody at the moment: nobody who
 * asked did anything wrong, and the same may work in a minute. A statement that took too long is not among it.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  for (let fault = error, deep = 0; isObject(fault) && deep < 5; deep += 1) {
    const { code, message, driverError, cause, thrownValue } = fault;
    if (noted.has(fault) || ofThePool.test(String(message))) return true;
    if (typeof code === 'string' && ofTheServer.test(code)) return true;
    // Wrapped by TypeORM, by a pool, or by GraphQL.
    fault = driverError ?? cause ?? thrownValue;
  }
  return false;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
