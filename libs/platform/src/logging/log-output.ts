import fs from 'node:fs';
import { pino } from 'pino';

/** What waits to be written at most: a full disk, or a reader that stands still, does not fill the memory as well. */
const mostWaiting = 4_000_000;

/** What the log could not say while its lines went nowhere. */
export interface Gap {
  /** The code of the last failure, such as ENOSPC. */
  readonly why: string;
  /** Lines that are lost; those that could wait were written afterwards. */
  readonly lines: number;
}

/**
 * Where the log goes: standard output. A log that cannot be written (its disk is full) stops nobody's work: lines wait, what
 * is too much of them is dropped, and `notify` is called when they are written again.
 */
export function logOutput(
  notify: (gap: Gap) => void,
  { fd = Number(process.stdout.fd || 1), most = mostWaiting } = {},
) {
  const output = pino.destination({ dest: fd, sync: false, maxLength: most });
  let why: string | null = null;
  let lines = 0;
  output.on('error', (error: NodeJS.ErrnoException) => (why = error.code ?? 'unknown'));
  output.on('drop', () => {
    lines += 1;
    why ??= 'too slow';
  });
  output.on('write', () => {
    if (why === null) return;
    const gap = { why, lines };
    [why, lines] = [null, 0];
    setImmediate(notify, gap);
  });
  const flush = output.flushSync.bind(output);
  output.flushSync = () => whileWritingEnds((code) => (why = code), flush);
  return output;
}

/** How often a reader that stands still is asked again: each time is a tenth of a second. */
const mostAsked = 20;

/**
 * What is called when the process ends. It would try for ever to write what cannot be written, and the process would never end:
 * so meanwhile what fails counts as written. Nothing else runs meanwhile.
 */
function whileWritingEnds(failed: (code: string) => void, flush: () => void): void {
  const { writeSync } = fs;
  let asked = 0;
  fs.writeSync = ((fd: number, line: string | Uint8Array) => {
    try {
      return writeSync(fd, line as string);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
      if (code === 'EAGAIN' && (asked += 1) < mostAsked) throw error;
      failed(code);
      return Buffer.byteLength(line);
    }
  }) as typeof writeSync;
  try {
    flush();
  } catch (error) {
    // One that was closed already; nor may it turn the end into a fault.
    failed((error as NodeJS.ErrnoException).code ?? 'unknown');
  } finally {
    fs.writeSync = writeSync;
  }
}
