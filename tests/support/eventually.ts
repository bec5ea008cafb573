const pauseMs = 50;

/** Polls until the condition holds. @throws after `seconds`, with the last error if there was one */
export async function eventually(condition: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    let lastError: unknown = new Error(`It did not come about within ${seconds} seconds: ${String(condition)}`);
    try {
      if (await condition()) return;
    } catch (error) {
      lastError = error;
    }
    if (performance.now() > deadline) throw lastError;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
