import type { UseFormReturnType } from '@mantine/form';

/** The props of a text field, by its name in the model: its label, its hint and how long it may be. */
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

/** These texts of what the API answered, as a form has them. */
export function textsOf<Name extends string>(
  names: readonly Name[],
  of: Readonly<Partial<Record<Name, string | null>>>,
): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, of[name] ?? ''])) as Record<Name, string>;
}
