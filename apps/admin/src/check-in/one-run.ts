/**
 * One run at a time. Whoever asks during a run is answered by another one after it, whether that run went well or not: what
 * failed when the network went may be what was asked for when it came back. `run` says itself what went wrong, and throws nothing.
 */
export function oneRun(run: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const start = async (): Promise<void> => {
    running = true;
    try {
      do {
        again = false;
        await run();
      } while (again);
    } finally {
      running = false;
    }
  };
  return () => {
    again = true;
    if (!running) void start();
  };
}
