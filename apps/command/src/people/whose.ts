import { ConfigError, normalEmail, Refusal } from '@upstander/platform';
import { UsageError, type Given } from '../command.js';

export type Language = 'en' | 'es';

/** Parses the person's email address and the language of emails to them. @throws UsageError */
export function whoseData({ words, options }: Given): { email: string; locale: Language } {
  const [typed, ...others] = words;
  const email = typed && normalEmail(typed);
  if (!email || others.length > 0) throw new UsageError('One mail address is needed.');
  const locale = options['language'] ?? 'en';
  if (locale !== 'en' && locale !== 'es') throw new UsageError('--language is en or es.');
  return { email, locale };
}

/** Converts a refusal to a ConfigError, so that its message is shown to the operator. */
export async function orWhyNot<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof Refusal ? new ConfigError(error.message) : error;
  }
}
