import type { FormError } from './error-summary';

/** What every field of a form begins with: its name, what was typed, what is wrong with it, how long it may be. */
export function fieldsOf<Name extends string>(
  values: Readonly<Partial<Record<Name, string>>>,
  errors: readonly FormError[],
  longest: Readonly<Partial<Record<Name, number>>>,
) {
  return (name: Name) => ({
    id: name,
    defaultValue: values[name],
    error: errors.find(({ field }) => field === name)?.text,
    maxLength: longest[name],
  });
}
