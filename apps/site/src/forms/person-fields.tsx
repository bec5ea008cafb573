import { EmailField } from './email-field';
import { Field } from './field';
import type { Control } from './define-form';

interface Props {
  words: { name: string; nameHint?: string; email: string; emailHint: string };
  field: (name: 'name' | 'email') => Control;
  /** True for another person's details: the browser must not fill in the user's own. */
  other?: boolean;
}

export function PersonFields({ words: t, field, other = false }: Props) {
  return (
    <>
      <Field {...field('name')} label={t.name} hint={t.nameHint} autoComplete={other ? 'off' : 'name'} required />
      <EmailField {...field('email')} label={t.email} hint={t.emailHint} {...(other && { autoComplete: 'off' })} />
    </>
  );
}
