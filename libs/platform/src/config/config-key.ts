import { z } from 'zod';
import { parsedUrl } from '../typed/parsed-url.js';

/** One configuration key: how its text is read, what it is for, and what a right value looks like. */
export interface ConfigKey<T extends z.ZodType = z.ZodType> {
  readonly schema: T;
  readonly about: string;
  readonly example: string;
  readonly secret?: boolean;
}

export function key<T extends z.ZodType>(schema: T, about: string, example: string, secret = false): ConfigKey<T> {
  return { schema, about, example, secret };
}

export const choice = z.stringbool({ truthy: ['true'], falsy: ['false'], case: 'sensitive' });
export const flag = (standard: 'true' | 'false') => choice.default(standard === 'true');
/** A whole number with a standard and a least value. */
export const count = (standard: number, least = 1) => z.coerce.number().int().min(least).default(standard);
export const url = (...protocols: string[]) =>
  z.string().refine((text) => protocols.includes(parsedUrl(text)?.protocol ?? ''), {
    message: `must be a URL that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  });

/** Names with commas between them; none unless said. */
export const names = (each: RegExp, wrong: string) =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((name) => name.trim().toLowerCase())
        .filter(Boolean),
    )
    .refine((list) => list.every((name) => each.test(name)), wrong);
