/** What to do about an error of PostgreSQL or of the network, by its code. */
const sentences: Readonly<Record<string, (message: string) => string>> = {
  ECONNREFUSED: away,
  ENOTFOUND: away,
  ETIMEDOUT: away,
  ECONNRESET: away,
  EHOSTUNREACH: away,
  '28P01': (message) => `The database refuses the password (${message}). Look at the address in the settings.`,
  '28000': (message) => `The database refuses this role (${message}). Look at the address in the settings.`,
  '3D000': (message) =>
    `There is no such database (${message}). “Roles” in docs/operator-guide.md says how to make it.`,
  '42P01': notMigrated,
  '3F000': notMigrated,
  '42703': notMigrated,
  '42883': notMigrated,
  '42501': (message) => `The role of this address may not do that (${message}). Has “upstander migrate” run?`,
  '53300': (message) => `The database takes no more connections at the moment (${message}). Try again.`,
};

/** Those that make the tables: what is missing for them is no reason to make the tables first. */
const makeTables = ['migrate', 'restore'];

/** What went wrong in a command as one sentence: never a stack, never an address with its password. */
export function sentenceOf(error: unknown, command: string): string {
  const { code, message } = causeOf(error);
  const found = code === undefined ? undefined : sentences[code];
  const known = found === notMigrated && makeTables.includes(command) ? undefined : found;
  const text = withoutPasswords(message.split('\n')[0] ?? '');
  return known ? known(text) : `That did not work: ${text || 'no reason was given'}.`.replace(/\.\.$/, '.');
}

/** Several addresses of one name were tried in vain: the first says as much as the rest. */
function causeOf(error: unknown): { code?: string; message: string } {
  const first = error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
  const { code, message } = first as { code?: unknown; message?: unknown };
  return { message: String(message ?? first), ...(typeof code === 'string' && { code }) };
}

function withoutPasswords(text: string): string {
  return text.replace(/\/\/[^/\s@]+@/g, '//…@');
}

function away(message: string): string {
  return `The server does not answer (${message}). Is it running, and is the address in the settings right?`;
}

function notMigrated(message: string): string {
  return `The tables of this release are not there (${message}). Run “upstander migrate” first.`;
}
