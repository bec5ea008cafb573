import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');

export interface AppProcess {
  pid: number;
  waitForOutput(pattern: RegExp): Promise<string>;
  output(): string;
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>;
  /** Resolves with exit code or signal at the end. */
  exited: Promise<number | NodeJS.Signals>;
}

interface StartedProgram {
  name: string;
  pid: number | undefined;
  output(): string;
  hasExited(): boolean;
}

/** `serve` is the api and the worker in one process. */
export type ProgramName = 'api' | 'worker' | 'serve';

/** The test environment prints these programs' output when a test fails, and clears ended ones after each test. */
const global = globalThis as { startedPrograms?: Set<StartedProgram> };
const startedPrograms = (global.startedPrograms ??= new Set());

/**
 * Starts a program from `dist/apps` (built by npm test).
 *
 * @param home folder of the build, for another release
 */
export function startAppProcess(
  name: ProgramName,
  environment: Readonly<Record<string, string>>,
  home = root,
): AppProcess {
  const folder = name === 'serve' ? 'command' : name;
  const file = join(home, 'dist/apps', folder, 'main.js');
  if (!existsSync(file)) throw new Error(`${file} is missing: run node tools/build-node-app.mjs ${folder}.`);
  const args = name === 'serve' ? [file, 'serve'] : [file];
  const child = spawn(process.execPath, ['--enable-source-maps', ...args], {
    cwd: home,
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A failing test must not leave it running.
  const killed = () => child.kill('SIGKILL');
  process.once('exit', killed);
  const exited = new Promise<number | NodeJS.Signals>((resolve) => {
    // 'close' instead of 'exit', because output may still arrive after the exit.
    child.once('close', (code, signal) => {
      process.off('exit', killed);
      resolve(signal ?? code ?? 1);
    });
  });
  const log = new Log(child);
  let hasExited = false;
  void exited.then(() => (hasExited = true));
  startedPrograms.add({ name, pid: child.pid, output: () => log.text, hasExited: () => hasExited });
  return {
    pid: child.pid ?? 0,
    waitForOutput: (pattern) => log.waitForOutput(pattern, exited),
    output: () => log.text,
    exited,
    end(signal) {
      child.kill(signal);
      return exited;
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
        for (const check of this.waiting) check();
      });
    }
  }

  waitForOutput(pattern: RegExp, exited: Promise<unknown>): Promise<string> {
    return new Promise((resolve, reject) => {
      const check = () => {
        const line = this.text.split('\n').find((text) => pattern.test(text));
        if (line === undefined) return;
        this.waiting = this.waiting.filter((other) => other !== check);
        resolve(line);
      };
      this.waiting.push(check);
      check();
      void exited.then(() => reject(new Error(`It ended without saying ${String(pattern)}:\n${this.text}`)));
    });
  }
}
