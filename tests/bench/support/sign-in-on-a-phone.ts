import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { median } from './report.js';

/** Lighthouse's slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms round trip. */
const network = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

/** Measures script size (gzipped), time until typing is possible, and time until input can be submitted. */
export async function signInOnAPhone(executablePath: string, url: string, rounds: number) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const typedMs: number[] = [];
  const usableMs: number[] = [];
  let scriptBytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    const bodies: Array<Promise<Buffer>> = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) bodies.push(response.body());
    });
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', network);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const startedAt = performance.now();
    await page.goto(url, { waitUntil: 'commit' });
    await page.getByLabel('Email address').fill('rosa@example.org');
    typedMs.push(performance.now() - startedAt);
    await page.locator('#send:enabled').waitFor();
    usableMs.push(performance.now() - startedAt);
    scriptBytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
    await context.close();
  }
  await browser.close();
  const ms = (durations: readonly number[]) => Math.round(median(durations));
  return { page: '/admin/sign-in', scriptBytes, typedMs: ms(typedMs), usableMs: ms(usableMs) };
}
