/** An expected "no" of the API, with its stable code and what a page needs to react. */
export class ApiRefusal extends Error {
  constructor(
    readonly code: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(`The API refused: ${code}`);
  }

  /** Which fields were refused and why, by their names within the input: `{ title: 'required' }`. */
  get fields(): Readonly<Record<string, string>> {
    const { fields } = this.details;
    return Object.fromEntries(
      Object.entries((fields ?? {}) as Record<string, string>).map(([name, why]) => [
        name.replace(/^input\./, ''),
        why,
      ]),
    );
  }

  /** Seconds to wait before the next try; only TOO_MANY_TRIES says so. */
  get retryAfterSeconds(): number | undefined {
    const { retryAfterSeconds } = this.details;
    return typeof retryAfterSeconds === 'number' ? retryAfterSeconds : undefined;
  }
}

/**
 * Something broke: the network, or the server, which then gives an id that support can look up, or the database of the server,
 * which is away: then the same may work in a minute.
 */
export class ApiFault extends Error {
  constructor(
    readonly where: 'network' | 'server' | 'database',
    readonly id?: string,
    message = 'no answer',
  ) {
    super(`The API failed: ${message}${id === undefined ? '' : ` (${id})`}`);
  }
}

export function isRefusal(error: unknown, code?: string): error is ApiRefusal {
  return error instanceof ApiRefusal && (code === undefined || error.code === code);
}

/** Whether it failed because the database is away. */
export function isAway(error: unknown): boolean {
  return error instanceof ApiFault && error.where === 'database';
}
