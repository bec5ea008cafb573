/**
 * One run at a time. Whoever asks during a run is answered by another one after it, whether that run went well or not: what
 * failed when the network went may be what was asked for when it came back.
 */
export function oneRun(run: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const start = async (): Promise<void> => {
    running = true;
    do {
      again = false;
      await run();
    } while (again);
    running = false;
  };
  return () => {
    again = true;
    if (!running) void start();
  };
}
