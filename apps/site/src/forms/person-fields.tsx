import { EmailField } from './email-field';
import { Field } from './field';
import type { Control } from './form-of';
import type { Person } from './person';

interface Props {
  words: { name: string; nameHint?: string; email: string; emailHint: string };
  field: (name: keyof Person) => Control;
  /** It is about somebody else: the browser fills in nothing about whoever types. */
  other?: boolean;
}

/** Who it is, and where a mail reaches them. */
export function PersonFields({ words: t, field, other = false }: Props) {
  return (
    <>
      <Field {...field('name')} label={t.name} hint={t.nameHint} autoComplete={other ? 'off' : 'name'} required />
      <EmailField {...field('email')} label={t.email} hint={t.emailHint} {...(other && { autoComplete: 'off' })} />
    </>
  );
}
