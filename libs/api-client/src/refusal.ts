/** An expected error of the API, with a stable code. */
export class ApiRefusal extends Error {
  constructor(
    readonly code: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(`The API refused: ${code}`);
  }

  /** Rejected input fields with reasons: `{ title: 'required' }`. */
  get fields(): Readonly<Record<string, string>> {
    const { fields } = this.details;
    return Object.fromEntries(
      Object.entries((fields ?? {}) as Record<string, string>).map(([name, why]) => [
        name.replace(/^input\./, ''),
        why,
      ]),
    );
  }

  /** Seconds to wait before retrying. Set only for TOO_MANY_TRIES. */
  get retryAfterSeconds(): number | undefined {
    const { retryAfterSeconds } = this.details;
    return typeof retryAfterSeconds === 'number' ? retryAfterSeconds : undefined;
  }
}

/**
 * A failure of the network, server or database.
 * Its ID helps support find it. Database failures are often temporary.
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

export function isDatabaseFailure(error: unknown): boolean {
  return error instanceof ApiFault && error.where === 'database';
}
