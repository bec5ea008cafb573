import { ConfigError, normalEmail, Refusal } from '@upstander/platform';
import { UsageError, type ParsedArguments } from '../command.js';

export type Language = 'en' | 'es';

export function readPersonArguments({ words, options }: ParsedArguments): { email: string; locale: Language } {
  const [typed, ...others] = words;
  const email = typed && normalEmail(typed);
  if (!email || others.length > 0) throw new UsageError('One email address is required.');
  const locale = options['language'] ?? 'en';
  if (locale !== 'en' && locale !== 'es') throw new UsageError('--language must be en or es.');
  return { email, locale };
}

export async function refusalAsConfigError<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof Refusal ? new ConfigError(error.message) : error;
  }
}
