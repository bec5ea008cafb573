import type { Secrets } from '@upstander/platform';
import { timingSafeEqual } from 'node:crypto';

const purpose = 'sms-code';
const digits = 6;

const subjectOf = ({ id, number }: CodeRow) => `${id}/${number}`;

interface CodeRow {
  id: string;
  number: string;
}

/** The code is stored nowhere. It is derived from its row, and works only for the number of the row. */
export function smsCodeOf(secrets: Secrets, row: CodeRow): string {
  return secrets.digits(purpose, subjectOf(row), digits);
}

export function isSmsCode(secrets: Secrets, row: CodeRow, typed: string): boolean {
  const actual = Buffer.from(typed.normalize('NFKC').replace(/\s/g, ''));
  return secrets.digitsByAnySecret(purpose, subjectOf(row), digits).some((code) => {
    const expected = Buffer.from(code);
    return expected.length === actual.length && timingSafeEqual(expected, actual);
  });
}
