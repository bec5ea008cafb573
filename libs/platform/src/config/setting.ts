import { z } from 'zod';
import { databaseAddress, leadsToWrites } from '../database/several-hosts.js';
import { parsedUrl } from '../typed/parsed-url.js';

/** One setting: how its text is read, what it is for, and what a right value looks like. */
export interface Setting<T extends z.ZodType = z.ZodType> extends SettingOptions<T> {
  readonly schema: T;
  readonly about: string;
  readonly example: string;
}

interface SettingOptions<T extends z.ZodType> {
  /** Its value is shown nowhere, and it may stand in a file. */
  readonly secret?: boolean;
  /** What is wrong with this value in production alone, as a sentence that begins with the name of the setting. */
  inProduction?(value: z.output<T>, name: string): string | null;
  /** The settings without which this value means nothing. */
  needs?(value: z.output<T>): readonly string[];
}

export function setting<T extends z.ZodType>(
  schema: T,
  about: string,
  example: string,
  options: SettingOptions<T> = {},
): Setting<T> {
  return { schema, about, example, ...options };
}

const choice = z.stringbool({ truthy: ['true'], falsy: ['false'], case: 'sensitive' });

/** What settings are made of besides plain text. */
export const settingOf = {
  choice,
  flag: (standard: 'true' | 'false') => choice.default(standard === 'true'),
  /** A whole number with a standard and a least value. */
  count: (standard: number, least = 1) => z.coerce.number().int().min(least).default(standard),
  url: (...protocols: string[]) =>
    z.string().refine((text) => protocols.includes(parsedUrl(text)?.protocol ?? ''), {
      message: `must be a URL that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
    }),
  /** The address of a database, on one host or several; one that is only read need not be where writes are. */
  database: ({ isWritten = true } = {}) =>
    z
      .string()
      .refine((text) => databaseAddress(text) !== null, {
        message:
          'must be a URL that begins with postgres:// or postgresql://, with one host or several with commas between them; of target_session_attrs we know any, read-write, read-only, primary and standby',
        abort: true,
      })
      .refine((text) => !isWritten || leadsToWrites(databaseAddress(text)!), {
        message:
          'has several hosts: add target_session_attrs=read-write, so that the one that takes writes is looked for',
      }),
  /** A bare mail address. */
  address: () => z.string().regex(/^[^<>@\s]+@[^<>@\s]+$/, 'must be a bare mail address'),
  /** Names with commas between them; none unless said. */
  names: (each: RegExp, wrong: string) =>
    z
      .string()
      .default('')
      .transform((text) =>
        text
          .split(',')
          .map((name) => name.trim().toLowerCase())
          .filter(Boolean),
      )
      .refine((list) => list.every((name) => each.test(name)), wrong),
};
