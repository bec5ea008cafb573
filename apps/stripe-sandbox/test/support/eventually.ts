const pollMs = 50;

/** Polls until the condition holds. @throws after `seconds`, with the last error if there was one */
export async function waitUntil(isSo: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    let trouble: unknown = new Error(`It did not come about within ${seconds} seconds: ${String(isSo)}`);
    try {
      if (await isSo()) return;
    } catch (error) {
      trouble = error;
    }
    if (performance.now() > deadline) throw trouble;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
