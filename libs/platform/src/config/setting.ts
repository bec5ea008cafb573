import { z } from 'zod';
import { databaseAddress, acceptsWrites } from './database-address.js';
import { parsedUrl } from '../typed/parsed-url.js';

export interface Setting<T extends z.ZodType = z.ZodType> extends SettingOptions<T> {
  readonly schema: T;
  readonly about: string;
  readonly example: string;
}

/** Parsed values by name. Another library's setting may be missing. */
export type SettingValues = Readonly<Record<string, unknown>>;

interface SettingOptions<T extends z.ZodType> {
  /** Name in an earlier release. Read if the current name isn't set. */
  readonly formerName?: string;
  /** The value is never displayed and can be read from a file. */
  readonly secret?: boolean;
  /** Returns why the value isn't allowed in production, in a sentence starting with the setting's name. */
  productionProblem?(value: z.output<T>, name: string, all: SettingValues): string | null;
  /** Returns why the value doesn't fit the other settings, in a sentence starting with the setting's name. */
  conflict?(value: z.output<T>, all: SettingValues): string | null;
  /** True for an HTTP address that the programs connect to. Other addresses are recognized by their scheme. */
  readonly connects?: boolean;
  requiredSettings?(value: z.output<T>): readonly string[];
  /** Screen under Settings where an admin can change the value. The environment variable is then only the default. */
  readonly decidedIn?: SettingsScreen;
}

/** Screens of the admin with settings. */
export type SettingsScreen = 'organization' | 'volunteering';

export function setting<T extends z.ZodType>(
  schema: T,
  about: string,
  example: string,
  options: SettingOptions<T> = {},
): Setting<T> {
  return { schema, about, example, ...options };
}

/** Maximum of a PostgreSQL `integer`. */
const maxInteger = 2_147_483_647;
/** Longer timeouts overflow the millisecond timers of Node.js and PostgreSQL. */
const maxSeconds = 1_000_000;
/** Upper bounds that keep date arithmetic valid. */
const maxHours = 1_000_000;
const maxDays = 100_000;

const number = () => z.coerce.number({ error: 'must be a number' });

const count = (standard: number, min = 1, max = maxInteger) =>
  number()
    .int('must be a whole number')
    .min(min, `must be ${min} or more`)
    .max(max, `must be ${max} or less`)
    .default(standard);

const choice = z.stringbool({ truthy: ['true'], falsy: ['false'], case: 'sensitive' });

export const settingTypes = {
  choice,
  flag: (standard: 'true' | 'false') => choice.default(standard === 'true'),
  count,
  seconds: (standard: number, min = 1) => count(standard, min, maxSeconds),
  days: (standard: number, min = 1) => count(standard, min, maxDays),
  hours: (standard: number, min = 1) => count(standard, min, maxHours),
  someHours: (standard: number) =>
    number().positive('must be more than 0').max(maxHours, `must be ${maxHours} or less`).default(standard),
  port: (min = 1) =>
    number().int('must be a whole number').min(min, `must be ${min} or more`).max(65_535, 'must be 65535 or less'),
  url: (...protocols: string[]) =>
    z.string().refine(
      (text) => {
        const { protocol = '', host = '' } = parsedUrl(text) ?? {};
        return protocols.includes(protocol) && (host !== '' || protocol === 'mailto:');
      },
      {
        message: `must be a URL that starts with ${protocols.map((p) => `${p}//`).join(' or ')} and has a host`,
      },
    ),
  /** A database URL with one or more hosts. Read-only databases don't need to find the primary. */
  database: ({ isWritten = true } = {}) =>
    z
      .string()
      .refine((text) => databaseAddress(text) !== null, {
        message:
          'must be a URL that starts with postgres:// or postgresql:// and has one or more hosts, separated by commas; target_session_attrs can be any, read-write, read-only, primary or standby',
        abort: true,
      })
      .refine((text) => !isWritten || acceptsWrites(databaseAddress(text)!), {
        message: 'has several hosts: add target_session_attrs=read-write, so that the one that accepts writes is used',
      }),
  line: (max = 200) =>
    z
      .string()
      .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line without invisible characters')
      .max(max, `must be ${max} characters or less`),
  lines: (max = 500) =>
    z
      .string()
      .regex(/^(?:[^\p{Cc}\p{Cs}]|[\r\n\t])*$/u, 'must not contain invisible characters')
      .max(max, `must be ${max} characters or less`),
  address: () => z.string().regex(/^[^<>@\s]+@[^<>@\s]+$/, 'must be an email address without a name'),
  names: (pattern: RegExp, problem: string) =>
    z
      .string()
      .default('')
      .transform((text) =>
        text
          .split(',')
          .map((name) => name.trim().toLowerCase())
          .filter(Boolean),
      )
      .refine((list) => list.every((name) => pattern.test(name)), problem),
};
