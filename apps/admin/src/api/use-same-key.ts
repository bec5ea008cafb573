import { useRef } from 'react';
import { newKey } from './new-key';

/**
 * A key for retries: a second press, or a retry after a lost answer, does not do a thing twice; a changed form is a new
 * wish and gets a new key.
 */
export function useSameKey(): (input: unknown) => string {
  const last = useRef({ input: '', key: '' });
  return (input) => {
    const text = JSON.stringify(input);
    if (last.current.input !== text) last.current = { input: text, key: newKey() };
    return last.current.key;
  };
}
