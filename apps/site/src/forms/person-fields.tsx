import { EmailField } from './email-field';
import { Field } from './field';
import type { Control } from './form-of';
import type { Person } from './person';

interface Props {
  words: { name: string; nameHint?: string; email: string; emailHint: string };
  field: (name: keyof Person) => Control;
}

/** Who it is, and where a mail reaches them. */
export function PersonFields({ words: t, field }: Props) {
  return (
    <>
      <Field {...field('name')} label={t.name} hint={t.nameHint} autoComplete="name" required />
      <EmailField {...field('email')} label={t.email} hint={t.emailHint} />
    </>
  );
}
