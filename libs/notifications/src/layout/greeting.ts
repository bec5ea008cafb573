import type { LocaleName } from '@upstander/identity';
import { speakableName } from '@upstander/platform';
import { words } from './layout.mail.generated.js';

/** Returns "Hello Ana,", or "Hello," if the name can't be used. */
export function greeting(name: string | null, locale: LocaleName): string {
  return words[locale].hello({ name: speakableName(name ?? '') });
}
