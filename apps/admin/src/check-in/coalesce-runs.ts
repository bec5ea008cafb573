/**
 * Allows one run at a time. A call during a run starts another run afterward, even if the current one fails: the
 * network may be back by then. `run` reports its own errors and must not throw.
 */
export function coalesceRuns(run: () => Promise<void>): () => void {
  let isRunning = false;
  let isRequested = false;
  const start = async (): Promise<void> => {
    isRunning = true;
    try {
      do {
        isRequested = false;
        await run();
      } while (isRequested);
    } finally {
      isRunning = false;
    }
  };
  return () => {
    isRequested = true;
    if (!isRunning) void start();
  };
}
