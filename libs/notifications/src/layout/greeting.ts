import type { LocaleName } from '@upstander/identity';
import { speakableName } from '@upstander/platform';

/** Returns "Hello Ana,", or "Hello," if the name can't be used. */
export function greeting(name: string | null, locale: LocaleName): string {
  const first = speakableName(name ?? '');
  if (locale === 'es') return first ? `Hola, ${first}:` : 'Hola:';
  return first ? `Hello ${first},` : 'Hello,';
}
