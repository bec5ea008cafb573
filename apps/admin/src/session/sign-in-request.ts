let resolvePending: ((isSignedIn: boolean) => void) | null = null;
let pending: Promise<boolean> | null = null;
const listeners = new Set<() => void>();

function notifyListeners(): void {
  for (const listener of listeners) listener();
}

/** Concurrent callers share the result. */
export function signInAgain(): Promise<boolean> {
  pending ??= new Promise<boolean>((resolve) => {
    resolvePending = resolve;
  });
  notifyListeners();
  return pending;
}

export const signInRequest = {
  pending: (): boolean => pending !== null,
  listen(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  answer(isSignedIn: boolean): void {
    const resolve = resolvePending;
    resolvePending = null;
    pending = null;
    notifyListeners();
    resolve?.(isSignedIn);
  },
};
