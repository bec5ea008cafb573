import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from './lock.mjs';

const GRACE_MS = 15_000;
const WARNING = 40;

/** Prints warnings, errors and unstructured output. Its own process group, so Ctrl-C reaches only us. */
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
        const shown = toReadableLine(line);
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

  /** Resolves when the program logs this message or exits. @returns the log entry, or null if it has exited */
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

  /** Kills the program if it doesn't stop in time. */
  async stop() {
    if (!this.isRunning) return;
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), GRACE_MS);
    await this.exited;
    clearTimeout(timer);
  }
}

/** Returns the output. Throws with it on failure. */
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

function entryOf(line) {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function toReadableLine(line) {
  const entry = entryOf(line);
  if (entry === null) return line;
  if (!(entry?.level >= WARNING)) return null;
  return [entry.msg, entry.err?.message ?? entry.err?.stack].filter(Boolean).join(': ');
}

/** Stops a program of an earlier run, if the PID still belongs to it. */
export async function stopLeftoverProcess(pid, file) {
  let command = file;
  try {
    command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // Not Linux: only the PID is known.
  }
  if (!isAlive(pid) || !command.includes(file)) return false;
  process.kill(pid, 'SIGTERM');
  for (let tries = 0; isAlive(pid) && tries < 100; tries += 1) await wait(100);
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  return true;
}
