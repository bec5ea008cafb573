import { ConfigError, normalEmail, Refusal } from '@upstander/platform';
import { UsageError, type Given } from '../command.js';

export type Language = 'en' | 'es';

/** Whose data it is about, and in which language they are written to. @throws UsageError */
export function whoseData({ words, options }: Given): { email: string; locale: Language } {
  const [typed, ...others] = words;
  const email = typed && normalEmail(typed);
  if (!email || others.length > 0) throw new UsageError('One mail address is needed.');
  const locale = options['language'] ?? 'en';
  if (locale !== 'en' && locale !== 'es') throw new UsageError('--language is en or es.');
  return { email, locale };
}

/** A refusal is for the operator to mend, as it is. */
export async function orWhyNot<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof Refusal ? new ConfigError(error.message) : error;
  }
}
