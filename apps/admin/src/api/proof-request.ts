/** Resolves a pending request for a code: true if the user entered one. */
type PendingRequest = (proven: boolean) => void;

let waiting: PendingRequest | null = null;
const listeners = new Set<() => void>();

function setWaiting(next: PendingRequest | null): void {
  waiting = next;
  for (const heard of listeners) heard();
}

/**
 * Asks the user for a code from the authenticator app. Resolves to false if they cancel. The frame renders the dialog.
 */
export function requestSecondFactor(): Promise<boolean> {
  waiting?.(false);
  return new Promise((resolve) => setWaiting(resolve));
}

export const proofRequest = {
  pending: (): boolean => waiting !== null,
  listen(heard: () => void): () => void {
    listeners.add(heard);
    return () => listeners.delete(heard);
  },
  answer(proven: boolean): void {
    const asked = waiting;
    setWaiting(null);
    asked?.(proven);
  },
};
