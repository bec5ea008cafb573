import { causeOf, whatToDo, withoutPasswords } from '@upstander/platform';

/** What PostgreSQL says of tables and functions that nobody made. */
const missing: ReadonlySet<unknown> = new Set(['42P01', '3F000', '42703', '42883']);

/** Those that make the tables: what is missing for them is no reason to make the tables first. */
const makeTables = ['migrate', 'restore'];

/** What Node says of a disk, by its code. */
const disks: Readonly<Record<string, string>> = {
  ENOSPC: 'There is no room left on the disk',
  EDQUOT: 'There is no room left for this user on the disk',
  EROFS: 'That disk takes no writes',
  EACCES: 'This user may not write there',
};

/** What went wrong in a command as one sentence: never a stack, never an address with its password. */
export function sentenceOf(error: unknown, command: string): string {
  const { code, message } = causeOf(error);
  const text = withoutPasswords(message.split('\n')[0] ?? '');
  if (missing.has(code) && !makeTables.includes(command))
    return `The tables of this release are not there (${text}). Run “upstander migrate” first.`;
  if (code !== undefined && Object.hasOwn(disks, code)) return `${disks[code]} (${text}).`;
  return whatToDo(error) ?? `That did not work: ${text || 'no reason was given'}.`.replace(/\.\.$/, '.');
}
