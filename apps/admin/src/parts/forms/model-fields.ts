import type { UseFormReturnType } from '@mantine/form';

/** Returns the props of a text field by its model name: label, description and maximum length. */
export function modelFields<Values>(
  form: UseFormReturnType<Values>,
  limits: Readonly<Record<string, number>>,
  words: Readonly<Record<string, unknown>>,
) {
  return (name: keyof Values & string) => ({
    label: words[name] as string,
    description: words[`${name}Hint`] as string | undefined,
    maxLength: limits[name],
    ...form.getInputProps(name),
  });
}

/** Returns the named texts of an API result as form values. */
export function pickTexts<Name extends string>(
  names: readonly Name[],
  of: Readonly<Partial<Record<Name, string | null>>>,
): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, of[name] ?? ''])) as Record<Name, string>;
}
