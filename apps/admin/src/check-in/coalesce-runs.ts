/**
 * Allows one run at a time. A call during a run starts another run afterward, even if the current one fails: the
 * network may be back by then. `run` reports its own errors and must not throw.
 */
export function coalesceRuns(run: () => Promise<void>): () => void {
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
