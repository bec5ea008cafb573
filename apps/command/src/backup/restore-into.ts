import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ended, environmentOf, runTool, started, type Tool } from './postgres-tools.js';

/** Since this version pg_restore begins by setting `transaction_timeout`, and an older server knows no such thing. */
const knowsTimeouts = 17;
const telling = 'SET transaction_timeout = 0;\n';
/** It stands among the first lines, far from where rows begin. */
const beginning = 4_096;

/**
 * Restores a dump into a database, all of it or nothing.
 * @param where `server`: the major version that it runs on; `said`: what is said of whoever restores
 * @throws ConfigError with the first thing that went wrong
 */
export async function restoreInto(
  tool: Tool,
  file: string,
  { url, server, said }: { url: string; server: number; said: string },
): Promise<void> {
  const args = ['--no-owner', '--no-privileges', '--no-comments', '--exit-on-error'];
  const environment = environmentOf(tool, url, said);
  if (server >= knowsTimeouts || tool.major < knowsTimeouts)
    return runTool(tool, [...args, '--single-transaction', `--dbname=${environment['PGDATABASE']}`, file], url, said);

  const script = started(tool.path, [...args, '--file=-', file], environment);
  const quiet = ['--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1', '--single-transaction', '--file=-'];
  const psql = started(join(dirname(tool.path), 'psql'), quiet, environment);
  script.stdin.end();
  psql.stdout.resume();
  const whole = ended(script).catch((error: unknown) => {
    // To psql, a script that breaks off is one that is over, and would be committed.
    psql.kill('SIGKILL');
    throw error;
  });
  const piped = pipeline(script.stdout, withoutTelling(whole), psql.stdin).catch(() => undefined);
  const ends = await Promise.allSettled([ended(psql), whole, piped]);
  const faults = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as Error] : []));
  // Whoever was ended by the other's fault has nothing to say.
  const [fault] = faults.sort((one) => (/ ended with /.test(one.message) ? 1 : -1));
  if (fault) throw fault;
}

/** The script without that line. It is over only when all of it was written. */
function withoutTelling(whole: Promise<unknown>) {
  return async function* (script: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let begin: Buffer | null = Buffer.alloc(0);
    for await (const part of script) {
      if (begin === null) {
        yield part;
        continue;
      }
      begin = Buffer.concat([begin, part]);
      if (begin.length < 2 * beginning) continue;
      yield* cut(begin);
      begin = null;
    }
    if (begin) yield* cut(begin);
    await whole;
  };
}

function cut(text: Buffer): Buffer[] {
  const at = text.indexOf(telling);
  return at < 0 || at > beginning ? [text] : [text.subarray(0, at), text.subarray(at + telling.length)];
}
