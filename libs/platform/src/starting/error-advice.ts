const adviceByCode: Readonly<Record<string, (message: string) => string>> = {
  ECONNREFUSED: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  ETIMEDOUT: unreachable,
  ECONNRESET: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  '28P01': (message) => `The database rejects the password (${message}). Check the URL in the settings.`,
  '28000': (message) => `The database rejects this role (${message}). Check the URL in the settings.`,
  '3D000': (message) => `The database does not exist (${message}). See “Roles” in docs/operator-guide.md.`,
  '25006': (message) =>
    `The database accepts no writes (${message}). Is it a standby, or is default_transaction_read_only on?`,
  '42501': (message) =>
    /for database/.test(message)
      ? `The role in this URL may not connect (${message}). Run the output of “upstander roles”.`
      : `The role in this URL has no permission for that (${message}). Has “upstander migrate” run?`,
  '53100': (message) => `The disk of the database is full (${message}). Free up space.`,
  '53300': (message) =>
    `The database has no more connections at the moment (${message}). Raise its max_connections or lower DATABASE_POOL.`,
  '57P03': (message) => `The database is not ready (${message}). Try again in a moment.`,
};

export function adviceFor(error: unknown): string | undefined {
  const { code, message } = causeOf(error);
  const text = withoutPasswords(message.split('\n')[0] ?? '');
  if (code !== undefined && Object.hasOwn(adviceByCode, code)) return adviceByCode[code]!(text);
  if (/certificate|TLS|SSL/i.test(`${code} ${text}`))
    return `A secure connection to the server failed (${text}). Check its certificate and sslmode in the URL.`;
  if (/^(WRONGPASS|NOAUTH|NOPERM)\b/.test(text))
    return `The server rejects the password (${text}). Check the URL in the settings.`;
  if (/^ERR DB index is out of range/.test(text))
    return `The server has no database with this number (${text}). Check the end of the URL.`;
  return undefined;
}

/** Uses the first error if several addresses were tried. */
export function causeOf(error: unknown): { code?: string; message: string } {
  const first = error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
  const { code, message } = (first ?? {}) as { code?: unknown; message?: unknown };
  return { message: String(message ?? first), ...(typeof code === 'string' && { code }) };
}

export function withoutPasswords(text: string): string {
  return text.replace(/\/\/[^/\s@]+@/g, '//…@');
}

function unreachable(message: string): string {
  return `The server does not answer (${message}). Is it running, and is the URL in the settings correct?`;
}
