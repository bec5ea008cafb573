import type { LocaleName } from '@upstander/identity';
import { speakableName } from '@upstander/platform';

/** How every mail begins: "Hello Ana,", by the first name, unless what was typed is no name. */
export function greeting(name: string | null, locale: LocaleName): string {
  const first = speakableName(name ?? '');
  if (locale === 'es') return first ? `Hola, ${first}:` : 'Hola:';
  return first ? `Hello ${first},` : 'Hello,';
}
