import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';

export interface Weather {
  /** Set this as LEAVE_TO. */
  url: string;
  close(): Promise<void>;
}

/** Stands in for the weather page on another host, so tests contact no real one. */
export async function startPretendWeather(): Promise<Weather> {
  const server = createServer((request, response) => {
    const content = request.url === '/';
    response.writeHead(content ? 200 : 404, { 'content-type': 'text/html' });
    response.end(content ? '<title>Weather</title><link rel="icon" href="data:,"><h1>Sunny, 72 degrees</h1>' : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Leaves out our own host. */
export async function browserHistory(page: Page): Promise<{ at: number; addresses: string[] }> {
  const devtools = await page.context().newCDPSession(page);
  const { currentIndex, entries } = await devtools.send('Page.getNavigationHistory');
  await devtools.detach();
  return { at: currentIndex, addresses: entries.map(({ url }) => url.replace(/^http:\/\/127\.0\.0\.1:\d+/, '')) };
}
