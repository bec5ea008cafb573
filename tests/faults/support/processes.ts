import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');

/** A built program of ours, as a process that a test may end in any way. */
export interface AppProcess {
  pid: number;
  /** Resolves once a line of the log matches. */
  says(pattern: RegExp): Promise<string>;
  /** Everything it has printed so far. */
  output(): string;
  /** Ends it and waits for its end: how it ended, as exit code or signal. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>;
  /** How it ended, once it has. */
  ended: Promise<number | NodeJS.Signals>;
}

interface StartedProgram {
  name: string;
  pid: number | undefined;
  output(): string;
  isOver(): boolean;
}

/** What the environment prints when a test fails; it forgets those that have ended after each test. */
const global = globalThis as { startedPrograms?: Set<StartedProgram> };
const startedPrograms = (global.startedPrograms ??= new Set());

/**
 * Starts a program of `dist/apps` (built by npm test) in an environment of its own.
 *
 * @param home where it was built, for one of another release
 */
export function startAppProcess(
  name: 'api' | 'worker',
  environment: Readonly<Record<string, string>>,
  home = root,
): AppProcess {
  const file = join(home, 'dist/apps', name, 'main.js');
  if (!existsSync(file)) throw new Error(`${file} is missing: run node tools/build-node-app.mjs ${name}.`);
  const child = spawn(process.execPath, ['--enable-source-maps', file], {
    cwd: home,
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A test that fails must not leave it running.
  const killed = () => child.kill('SIGKILL');
  process.once('exit', killed);
  const ended = new Promise<number | NodeJS.Signals>((settle) => {
    // Not when it exits: what it said last may still be on its way then.
    child.once('close', (code, signal) => {
      process.off('exit', killed);
      settle(signal ?? code ?? 1);
    });
  });
  const log = new Log(child);
  let isOver = false;
  void ended.then(() => (isOver = true));
  startedPrograms.add({ name, pid: child.pid, output: () => log.text, isOver: () => isOver });
  return {
    pid: child.pid ?? 0,
    says: (pattern) => log.says(pattern, ended),
    output: () => log.text,
    ended,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

class Log {
  text = '';
  private waiting: Array<() => void> = [];

  constructor(child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data: Buffer) => {
        this.text += data.toString();
        for (const look of this.waiting) look();
      });
    }
  }

  says(pattern: RegExp, ended: Promise<unknown>): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const line = this.text.split('\n').find((text) => pattern.test(text));
        if (line === undefined) return;
        this.waiting = this.waiting.filter((other) => other !== look);
        resolve(line);
      };
      this.waiting.push(look);
      look();
      void ended.then(() => reject(new Error(`It ended without saying ${String(pattern)}:\n${this.text}`)));
    });
  }
}
