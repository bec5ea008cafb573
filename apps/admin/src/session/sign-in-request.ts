/** Whoever waits for the same person to sign in again: true once they have, false when they would rather not. */
let answer: ((again: boolean) => void) | null = null;
let waiting: Promise<boolean> | null = null;
const listeners = new Set<() => void>();

function heard(): void {
  for (const listener of listeners) listener();
}

/** Asks to sign in beside what is being written; all who ask meanwhile get the one answer. */
export function signInAgain(): Promise<boolean> {
  waiting ??= new Promise<boolean>((resolve) => {
    answer = resolve;
  });
  heard();
  return waiting;
}

export const signInRequest = {
  pending: (): boolean => waiting !== null,
  listen(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  answer(again: boolean): void {
    const asked = answer;
    answer = null;
    waiting = null;
    heard();
    asked?.(again);
  },
};
