import { graphql } from '@upstander/api-client';
import { useState, useSyncExternalStore } from 'react';

export const myPasskeysQuery = graphql(`
  query MyPasskeys {
    myPasskeys {
      id
      name
      createdAt
      lastUsedAt
    }
  }
`);

const subscribeNever = () => () => undefined;

/** False in old browsers and without HTTPS. */
export function useCanUsePasskeys(): boolean {
  return useSyncExternalStore(
    subscribeNever,
    () => typeof window.PublicKeyCredential === 'function',
    () => true,
  );
}

/** Loads the code for passkeys only when it is used. */
export function usePasskey(run: (flows: typeof import('./passkey-flows')) => Promise<void>): {
  pending: boolean;
  error: unknown;
  start: () => void;
} {
  const [state, setState] = useState<{ pending: boolean; error: unknown }>({ pending: false, error: null });
  const start = async () => {
    setState({ pending: true, error: null });
    try {
      await run(await import('./passkey-flows'));
    } catch (error) {
      setState({ pending: false, error });
    }
  };
  return { ...state, start: () => void (state.pending || start()) };
}
