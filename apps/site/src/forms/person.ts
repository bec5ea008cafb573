import type { Catalogue } from '@upstander/web-kit';
import type { FormError } from './error-summary';
import { isAddress, longestAddress } from './typed';

/** Who fills in a form. */
export interface Person {
  name: string;
  email: string;
}

export const longestPerson = { name: 100, email: longestAddress };

export function personErrors({ name, email }: Person, words: Catalogue): FormError[] {
  const t = words.site.errors;
  const errors: FormError[] = [];
  if (name === '') errors.push({ field: 'name', text: t.nameMissing });
  else if (name.length > longestPerson.name) errors.push({ field: 'name', text: t.nameTooLong });
  if (email === '') errors.push({ field: 'email', text: t.emailMissing });
  else if (!isAddress(email)) errors.push({ field: 'email', text: t.emailWrong });
  return errors;
}
