import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { waitForEnd, environmentOf, runTool, spawnTool, type Tool } from './postgres-tools.js';

/** Since version 17, pg_restore sets `transaction_timeout` first, which older servers reject. */
const timeoutVersion = 17;
const timeoutLine = 'SET transaction_timeout = 0;\n';
/** The line occurs within this many bytes. */
const headerBytes = 4_096;

/**
 * Restores a dump into a database completely or not at all.
 * @param options `server`: major version of the server; `said`: session settings
 * @throws ConfigError with the first error
 */
export async function restoreInto(
  tool: Tool,
  file: string,
  { url, server, said }: { url: string; server: number; said: string },
): Promise<void> {
  const args = ['--no-owner', '--no-privileges', '--no-comments', '--exit-on-error'];
  const environment = environmentOf(tool, url, said);
  if (server >= timeoutVersion || tool.major < timeoutVersion)
    return runTool(tool, [...args, '--single-transaction', `--dbname=${environment['PGDATABASE']}`, file], url, said);

  const script = spawnTool(tool.path, [...args, '--file=-', file], environment);
  const quiet = ['--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1', '--single-transaction', '--file=-'];
  const psql = spawnTool(join(dirname(tool.path), 'psql'), quiet, environment);
  script.stdin.end();
  psql.stdout.resume();
  const scriptEnd = waitForEnd(script).catch((error: unknown) => {
    // psql would treat an incomplete script as finished and commit it.
    psql.kill('SIGKILL');
    throw error;
  });
  const piped = pipeline(script.stdout, withoutTimeoutLine(scriptEnd), psql.stdin).catch(() => undefined);
  const ends = await Promise.allSettled([waitForEnd(psql), scriptEnd, piped]);
  const faults = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as Error] : []));
  // A process ended by the other's failure reports no useful error, so it comes last.
  const [fault] = faults.sort((one) => (/ ended with /.test(one.message) ? 1 : -1));
  if (fault) throw fault;
}

/** The stream ends only after the whole script was written. */
function withoutTimeoutLine(scriptEnd: Promise<unknown>) {
  return async function* (script: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let buffered: Buffer | null = Buffer.alloc(0);
    for await (const part of script) {
      if (buffered === null) {
        yield part;
        continue;
      }
      buffered = Buffer.concat([buffered, part]);
      if (buffered.length < 2 * headerBytes) continue;
      yield* removeLine(buffered);
      buffered = null;
    }
    if (buffered) yield* removeLine(buffered);
    await scriptEnd;
  };
}

function removeLine(text: Buffer): Buffer[] {
  const at = text.indexOf(timeoutLine);
  return at < 0 || at > headerBytes ? [text] : [text.subarray(0, at), text.subarray(at + timeoutLine.length)];
}
