import fs from 'node:fs';
import { pino } from 'pino';

/** Limit of the write buffer, so that a full disk or a stalled reader doesn't exhaust memory. */
const maxBuffered = 4_000_000;

export interface Gap {
  /** Code of the last failure, for example ENOSPC. */
  readonly why: string;
  /** Number of lost lines. Buffered lines were written later. */
  readonly lines: number;
}

/**
 * Never blocks. While standard output can't be written, lines are buffered and the excess is dropped. `notify` runs when
 * writing succeeds again.
 */
export function logOutput(
  notify: (gap: Gap) => void,
  { fd = Number(process.stdout.fd || 1), most: maxBytes = maxBuffered } = {},
) {
  const output = pino.destination({ dest: fd, sync: false, maxLength: maxBytes });
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
  output.flushSync = () => flushIgnoringFailures((code) => (why = code), flush);
  return output;
}

/** Retries for a stalled reader at exit; each waits 0.1 seconds. */
const maxRetries = 20;

/** Flushes at exit with a limit on retries. pino would retry a failing write forever. */
function flushIgnoringFailures(failed: (code: string) => void, flush: () => void): void {
  const { writeSync } = fs;
  let retries = 0;
  fs.writeSync = ((fd: number, line: string | Uint8Array) => {
    try {
      return writeSync(fd, line as string);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
      if (code === 'EAGAIN' && (retries += 1) < maxRetries) throw error;
      failed(code);
      return Buffer.byteLength(line);
    }
  }) as typeof writeSync;
  try {
    flush();
  } catch (error) {
    // The output may be closed already. An error must not prevent the exit.
    failed((error as NodeJS.ErrnoException).code ?? 'unknown');
  } finally {
    fs.writeSync = writeSync;
  }
}
