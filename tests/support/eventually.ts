const between = 50;

/** Looks again and again until it is so. @throws after `seconds`, with what the last look threw, if it threw. */
export async function eventually(isSo: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    let trouble: unknown = new Error(`It did not come about within ${seconds} seconds: ${String(isSo)}`);
    try {
      if (await isSo()) return;
    } catch (error) {
      trouble = error;
    }
    if (performance.now() > deadline) throw trouble;
    await new Promise((resolve) => setTimeout(resolve, between));
  }
}
