import type { ComponentProps } from 'react';
import { Field } from './field';
import { longestAddress } from './typed';

/** Where a mail reaches whoever fills in the form. */
export function EmailField(props: ComponentProps<typeof Field>) {
  return <Field type="email" autoComplete="email" spellCheck={false} required maxLength={longestAddress} {...props} />;
}
