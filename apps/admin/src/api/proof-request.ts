/** Resolves a pending request for a code: true if the user entered one. */
type PendingRequest = (isProven: boolean) => void;

let pendingRequest: PendingRequest | null = null;
const listeners = new Set<() => void>();

function setPendingRequest(request: PendingRequest | null): void {
  pendingRequest = request;
  for (const listener of listeners) listener();
}

/** Resolves to false if the user cancels. The frame renders the dialog. */
export function requestSecondFactor(): Promise<boolean> {
  pendingRequest?.(false);
  return new Promise((resolve) => setPendingRequest(resolve));
}

export const proofRequest = {
  pending: (): boolean => pendingRequest !== null,
  listen(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  answer(isProven: boolean): void {
    const resolve = pendingRequest;
    setPendingRequest(null);
    resolve?.(isProven);
  },
};
