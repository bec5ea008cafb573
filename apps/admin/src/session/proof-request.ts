/** Somebody waits for a new code: whether it came. */
type Waiting = (proven: boolean) => void;

let waiting: Waiting | null = null;
const listeners = new Set<() => void>();

function setWaiting(next: Waiting | null): void {
  waiting = next;
  for (const heard of listeners) heard();
}

/** Asks the person for a new code of their app; false when they would rather not. Here is no dialog: the frame shows it. */
export function proveAgain(): Promise<boolean> {
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
