import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from './lock.mjs';

const GRACE_MS = 15_000;
const WARNING = 40;

/**
 * A long-running program of ours. Its log goes to a file; warnings, errors and whatever is no log line are shown.
 * It gets a process group of its own, so that Ctrl-C is ours to handle.
 */
export class Program {
  constructor(name, file, { cwd, env, logFile }) {
    this.name = name;
    this.file = file;
    this.child = spawn(process.execPath, ['--enable-source-maps', file], {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.exited = new Promise((resolve) =>
      this.child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`)),
    );
    this.lines = new EventEmitter();
    const log = createWriteStream(logFile);
    for (const stream of [this.child.stdout, this.child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        log.write(`${line}\n`);
        this.lines.emit('line', line);
        const shown = readable(line);
        if (shown) console.log(`${name}: ${shown}`);
      });
    }
  }

  get pid() {
    return this.child.pid;
  }

  get isRunning() {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /**
   * Fulfilled when the program itself says so in its log, or has stopped: an answer at its port may be another copy's.
   * @returns the line of its log, or null when it has stopped
   */
  says(message) {
    const said = new Promise((resolve) => {
      const listen = (line) => {
        const entry = entryOf(line);
        if (entry?.msg !== message) return;
        this.lines.off('line', listen);
        resolve(entry);
      };
      this.lines.on('line', listen);
    });
    return Promise.race([said, this.exited.then(() => null)]);
  }

  /** Asks it to finish what is under way, and insists after a while. */
  async stop() {
    if (!this.isRunning) return;
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), GRACE_MS);
    await this.exited;
    clearTimeout(timer);
  }
}

/** Runs a program of ours to its end and returns what it printed; throws with that when it fails. */
export function runOnce(file, args, { cwd, env, nodeArgs = ['--enable-source-maps'] }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...nodeArgs, file, ...args], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = { stdout: '', both: '' };
    child.stdout.on('data', (text) => {
      output.stdout += text;
      output.both += text;
    });
    child.stderr.on('data', (text) => (output.both += text));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(output.stdout) : reject(new Error(`${file} failed:\n${output.both}`)),
    );
  });
}

/** What a line of the log says, or null when it is another text. */
function entryOf(line) {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function readable(line) {
  const entry = entryOf(line);
  if (entry === null) return line;
  if (!(entry?.level >= WARNING)) return null;
  return [entry.msg, entry.err?.message ?? entry.err?.stack].filter(Boolean).join(': ');
}

/** Stops a program that an earlier run left behind, if the process of that number still is that program. */
export async function stopLeftBehind(pid, file) {
  let command = file;
  try {
    command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // Another system than Linux: the number is all we know.
  }
  if (!isAlive(pid) || !command.includes(file)) return false;
  process.kill(pid, 'SIGTERM');
  for (let tries = 0; isAlive(pid) && tries < 100; tries += 1) await wait(100);
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  return true;
}
