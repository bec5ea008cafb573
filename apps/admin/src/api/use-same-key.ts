import { useRef } from 'react';
import { randomUuid } from './new-key';

/** A second click or a retry gets the same key, changed input a new one. */
export function useIdempotencyKey(): (input: unknown) => string {
  const lastRequest = useRef({ input: '', key: '' });
  return (input) => {
    const text = JSON.stringify(input);
    if (lastRequest.current.input !== text) lastRequest.current = { input: text, key: randomUuid() };
    return lastRequest.current.key;
  };
}
