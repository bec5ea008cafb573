import { useRef } from 'react';
import { randomUuid } from './new-key';

/** Returns idempotency keys. A second click or a retry gets the same key, changed input a new one. */
export function useIdempotencyKey(): (input: unknown) => string {
  const last = useRef({ input: '', key: '' });
  return (input) => {
    const text = JSON.stringify(input);
    if (last.current.input !== text) last.current = { input: text, key: randomUuid() };
    return last.current.key;
  };
}
