import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';

/** A call into a page that takes longer counts as hanging. */
const patienceMs = 20_000;
const folder = join(process.cwd(), '.data/hangs');
const watchedCalls = ['evaluate', 'waitForFunction', 'goto', 'setViewportSize'] as const;

/**
 * Records what the browser is doing when a call into this page hangs: one line in the test output and a report with a
 * CPU profile in `.data/hangs`. The call itself continues. An enabled debugger adds a third to the page's processor
 * time, so it's enabled only for the report. A renderer stuck in a script may not accept it then: without a stack, the
 * report still shows which process is busy.
 */
export async function reportHangs(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const name of watchedCalls) {
    const call = (page[name] as (...args: unknown[]) => Promise<unknown>).bind(page);
    const watchedCall = (...args: unknown[]) => {
      const callText = `${name}(${String(args[0]).slice(0, 200)})`;
      const timer = setTimeout(() => void writeReport(page, session, callText), patienceMs);
      timer.unref();
      return call(...args).finally(() => clearTimeout(timer));
    };
    Object.assign(page, { [name]: watchedCall });
  }
}

async function writeReport(page: Page, session: CDPSession, call: string): Promise<void> {
  const test = expect.getState().currentTestName ?? '';
  try {
    const { profile, ...facts } = await examinePage(page, session);
    const report = { at: new Date().toISOString(), test, url: page.url(), call, ...facts };
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${Date.now()}-${process.pid}`);
    writeFileSync(`${file}.json`, JSON.stringify(report, null, 2));
    if (profile) writeFileSync(`${file}.cpuprofile`, JSON.stringify(profile));
    process.stderr.write(`A call into the page hangs: ${JSON.stringify(report)}\n`);
  } catch (error) {
    process.stderr.write(`A call into the page hangs (${test}, ${call}), and cannot be examined: ${String(error)}\n`);
  }
}

/** Separates a busy page (stack, profile) from an idle one whose timers or frames stopped, and from a stopped browser. */
async function examinePage(page: Page, session: CDPSession) {
  const stack = await stackOf(session);
  const processes = await processTimes(page);
  const pageState = await evaluate(session, pulseScript);
  const profile = await profileFor(session, 2_000);
  return { stack, processes, pageState, busiestFunctions: busiestFunctions(profile), profile };
}

/** Reports which of the page's clocks still tick and what keeps it busy. */
const pulseScript = `(async () => {
  const ticks = (start) => Promise.race([
    new Promise((done) => start(() => done(true))),
    new Promise((done) => setTimeout(() => done(false), 2000)),
  ]);
  return {
    visibility: document.visibilityState,
    timer: await ticks((done) => setTimeout(done, 0)),
    frame: await ticks((done) => requestAnimationFrame(done)),
    idle: await ticks((done) => requestIdleCallback(done)),
    animations: document.getAnimations().map((one) => one.animationName ?? one.transitionProperty ?? '').slice(0, 10),
    axeIsRunning: globalThis.axe?._running ?? null,
    elements: document.querySelectorAll('*').length,
    window: [innerWidth, innerHeight],
  };
})()`;

async function evaluate(session: CDPSession, expression: string): Promise<unknown> {
  const params = { expression, awaitPromise: true, returnByValue: true };
  const answer = await withTimeout(8_000, session.send('Runtime.evaluate', params));
  return (answer?.result as { value?: unknown } | undefined)?.value ?? null;
}

async function profileFor(session: CDPSession, milliseconds: number) {
  await withTimeout(2_000, session.send('Profiler.enable'));
  await withTimeout(2_000, session.send('Profiler.start'));
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  return (await withTimeout(5_000, session.send('Profiler.stop')))?.profile;
}

interface Profile {
  nodes: Array<{ hitCount?: number; callFrame: { functionName: string; url: string; lineNumber: number } }>;
}

function busiestFunctions(profile: Profile | undefined): string[] {
  return (profile?.nodes ?? [])
    .filter(({ hitCount }) => (hitCount ?? 0) > 0)
    .toSorted((a, b) => (b.hitCount ?? 0) - (a.hitCount ?? 0))
    .slice(0, 8)
    .map(({ hitCount, callFrame }) => `${hitCount} × ${callFrame.functionName || '(anonymous)'} ${place(callFrame)}`);
}

/** Returns null if the page is not running JavaScript. */
async function stackOf(session: CDPSession): Promise<string[] | null> {
  const paused = new Promise<string[]>((resolve) => {
    session.once('Debugger.paused', ({ callFrames }) => {
      resolve(
        callFrames.slice(0, 15).map((frame) => `${frame.functionName} ${place({ ...frame, ...frame.location })}`),
      );
    });
  });
  await withTimeout(2_000, session.send('Debugger.enable'));
  await withTimeout(2_000, session.send('Debugger.pause'));
  const stack = await withTimeout(2_000, paused);
  // Also cancels a pending pause if no script is running.
  await withTimeout(2_000, session.send('Debugger.resume'));
  await withTimeout(2_000, session.send('Debugger.disable'));
  return stack ?? null;
}

const place = ({ url, lineNumber }: { url: string; lineNumber: number }) =>
  `${url.split('/').at(-1) ?? ''}:${lineNumber + 1}`;

/** Returns each browser process's processor time within a second (in hundredths), its state and its wait channel. */
async function processTimes(page: Page): Promise<string[]> {
  const browser = page.context().browser();
  const session = browser && (await withTimeout(2_000, browser.newBrowserCDPSession()));
  const info = session && (await withTimeout(2_000, session.send('SystemInfo.getProcessInfo')));
  const ticksBefore = new Map((info?.processInfo ?? []).map(({ id }) => [id, ticksOf(id)]));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  return (info?.processInfo ?? []).map(({ id, type }) => {
    return `${type} ${id}: ${ticksOf(id) - (ticksBefore.get(id) ?? 0)} ticks; ${threadsOf(id)}`;
  });
}

function ticksOf(pid: number): number {
  const fields = statFields(`/proc/${pid}/stat`);
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

/** Main and compositor threads with state and kernel wait channel; empty where there is no /proc. */
function threadsOf(pid: number): string {
  const tasks = readListFile(`/proc/${pid}/task`).map((id) => `/proc/${pid}/task/${id}`);
  return tasks
    .map((task) => ({
      name: textOf(`${task}/comm`).trim(),
      state: statFields(`${task}/stat`)[0],
      wait: textOf(`${task}/wchan`),
    }))
    .filter(({ name, state }) => state === 'R' || /Main|Compositor|chrom|headless/i.test(name))
    .map(({ name, state, wait }) => `${name} ${state} ${wait}`)
    .join(', ');
}

const statFields = (file: string) => textOf(file).split(') ').at(-1)?.split(' ') ?? [];

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function readListFile(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

/** Returns undefined if the promise takes longer or fails. */
async function withTimeout<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), milliseconds)));
  try {
    return await Promise.race([promise.catch(() => undefined), timeout]);
  } finally {
    clearTimeout(timer);
  }
}
