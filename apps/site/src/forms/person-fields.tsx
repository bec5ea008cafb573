import { EmailField } from './email-field';
import type { FormError } from './error-summary';
import { Field } from './field';
import { fieldsOf } from './fields-of';
import { longestPerson, type Person } from './person';

interface Props {
  words: { name: string; nameHint?: string; email: string; emailHint: string };
  values: Partial<Person>;
  errors: readonly FormError[];
  /** It is about somebody else: the browser fills in nothing about whoever types. */
  other?: boolean;
}

/** Who it is, and where a mail reaches them. */
export function PersonFields({ words: t, values, errors, other = false }: Props) {
  const field = fieldsOf(values, errors, longestPerson);
  return (
    <>
      <Field {...field('name')} label={t.name} hint={t.nameHint} autoComplete={other ? 'off' : 'name'} required />
      <EmailField {...field('email')} label={t.email} hint={t.emailHint} {...(other && { autoComplete: 'off' })} />
    </>
  );
}
