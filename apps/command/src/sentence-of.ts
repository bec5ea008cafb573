import { causeOf, adviceFor, withoutPasswords } from '@upstander/platform';

/** SQLSTATEs for missing tables, schemas, columns and functions. */
const missingObjectCodes: ReadonlySet<unknown> = new Set(['42P01', '3F000', '42703', '42883']);

/** Commands that create the tables, which must not advise to run `migrate` first. */
const makeTables = ['migrate', 'restore'];

const disks: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full',
  EDQUOT: 'The disk quota of this user is used up',
  EROFS: 'The disk is read-only',
  EACCES: 'This user has no permission to write there',
};

/** One sentence, without a stack or passwords. */
export function sentenceOf(error: unknown, command: string): string {
  const { code, message } = causeOf(error);
  const text = withoutPasswords(message.split('\n')[0] ?? '');
  if (missingObjectCodes.has(code) && !makeTables.includes(command))
    return `The tables of this release are missing (${text}). Run “upstander migrate” first.`;
  if (code !== undefined && Object.hasOwn(disks, code)) return `${disks[code]} (${text}).`;
  return adviceFor(error) ?? `The command failed: ${text || 'no reason was given'}.`.replace(/\.\.$/, '.');
}
