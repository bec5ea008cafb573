import type { CDPSession, Page } from 'playwright-core';

export interface Budget {
  /** Transferred bytes including headers: the page, its style sheets and scripts. */
  bytes: number;
  /** URLs of scripts that may run; undefined for any. */
  scripts?: readonly string[];
  blocking: number;
}

/** Fonts are cached for a year, and text is readable before they load. */
const maxFontBytes = 45_000;

interface LoadedResource {
  url: string;
  type: string;
  bytes: number;
}

/** Counts bytes and requests only, so machine load doesn't matter. */
export async function budgetProblems(page: Page, path: string, budget: Budget): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const resources = await recordRequests(session);
  await page.goto(path, { waitUntil: 'load' });
  const { blocking, shift, moved } = await page.evaluate(readMetrics);
  await session.detach();
  const renderBlocking = resources().filter(({ type }) => ['Document', 'Stylesheet', 'Script'].includes(type));
  const bytes = sum(renderBlocking);
  const fonts = sum(resources().filter(({ type }) => type === 'Font'));
  const { scripts: allowed } = budget;
  const scripts = renderBlocking.filter(({ type, url }) => type === 'Script' && allowed?.includes(url) === false);
  return [
    ...(bytes > budget.bytes ? [`${bytes} bytes`] : []),
    ...(fonts > maxFontBytes ? [`${fonts} bytes of fonts`] : []),
    ...scripts.map(({ url }) => `runs ${url}`),
    ...(blocking.length > budget.blocking ? [`waits for ${blocking.join(' and ')}`] : []),
    // Shifts below 0.001 are invisible, and Lighthouse rates them as 0.
    ...(shift >= 0.001 ? [`moves by ${shift}: ${moved.join(', ')}`] : []),
  ];
}

/** Returns the bytes that a first visit to a page transfers, with fonts and the pictures in sight. */
export async function firstVisitBytes(page: Page, path: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const resources = await recordRequests(session);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.goto(path, { waitUntil: 'load' });
  await session.detach();
  // Lazy images don't count, because only some machines load them before the load event.
  const lazyPaths = await page
    .locator('img[loading=lazy]')
    .evaluateAll((images) => (images as HTMLImageElement[]).map(({ src }) => new URL(src).pathname));
  return sum(resources().filter(({ url }) => !lazyPaths.includes(url)));
}

const sum = (parts: readonly LoadedResource[]) => parts.reduce((bytes, part) => bytes + part.bytes, 0);

async function recordRequests(session: CDPSession): Promise<() => LoadedResource[]> {
  const parts = new Map<string, LoadedResource>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    parts.set(requestId, { url: new URL(response.url).pathname, type, bytes: 0 });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const part = parts.get(requestId);
    if (part) part.bytes = encodedDataLength;
  });
  await session.send('Network.enable');
  return () => [...parts.values()];
}

/** Runs in the loaded page. */
async function readMetrics(): Promise<{ blocking: string[]; shift: number; moved: string[] }> {
  const resources = performance.getEntriesByType('resource') as Array<
    PerformanceResourceTiming & { renderBlockingStatus: string }
  >;
  const shifts: Array<PerformanceEntry & { value: number; sources: Array<{ node: Node | null }> }> = [];
  const observer = new PerformanceObserver((list) => shifts.push(...(list.getEntries() as typeof shifts)));
  observer.observe({ type: 'layout-shift', buffered: true });
  for (let frame = 0; frame < 12; frame += 1) await new Promise(requestAnimationFrame);
  return {
    blocking: resources
      .filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking')
      .map(({ name }) => new URL(name).pathname),
    shift: shifts.reduce((sum, { value }) => sum + value, 0),
    moved: shifts.flatMap(({ sources }) => sources.map(({ node }) => node?.nodeName ?? 'something gone')),
  };
}
