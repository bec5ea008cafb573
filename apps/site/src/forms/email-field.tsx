import type { ComponentProps } from 'react';
import { Field } from './field';
import { longestAddress } from './text-rules';

export function EmailField(props: ComponentProps<typeof Field>) {
  return <Field type="email" autoComplete="email" spellCheck={false} required maxLength={longestAddress} {...props} />;
}
