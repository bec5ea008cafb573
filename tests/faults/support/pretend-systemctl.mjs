import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `systemctl` where no systemd runs: starts what a unit says, in its folder, with its settings and nothing else, and stops it as
 * systemd would. What only a kernel can hold to (users, hardening) is systemd's own to judge: `npm run check -- 'deploy files'`.
 */
const machine = process.env.MACHINE;
const [, , action, ...asked] = process.argv;
const names = asked.filter((word) => !word.startsWith('-')).map((name) => name.replace(/\.service$/, ''));
const notes = join(machine, 'run');
mkdirSync(notes, { recursive: true });

for (const name of names) {
  if (['stop', 'restart'].includes(action)) await stop(name);
  if (['start', 'restart', 'enable'].includes(action)) start(name);
}

function start(name) {
  const unit = readUnit(name);
  const log = openSync(join(notes, `${name}.log`), 'a');
  const [program, ...args] = unit.ExecStart[0].split(/\s+/);
  const options = { cwd: unit.WorkingDirectory?.[0], env: settingsOf(unit), stdio: ['ignore', log, log] };
  if (unit.Type?.[0] === 'oneshot') {
    const { status } = spawnSync(own(program), args, options);
    if (status === 0) return;
    process.stderr.write(readFileSync(join(notes, `${name}.log`)));
    process.exit(1);
  }
  const child = spawn(own(program), args, { ...options, detached: true });
  writeFileSync(join(notes, `${name}.pid`), String(child.pid));
  child.unref();
}

/** SIGTERM, and after TimeoutStopSec no more patience. */
async function stop(name) {
  const note = join(notes, `${name}.pid`);
  if (!existsSync(note)) return;
  const pid = Number(readFileSync(note, 'utf8'));
  const until = Date.now() + Number(readUnit(name).TimeoutStopSec?.[0] ?? 90) * 1_000;
  for (let signal = 'SIGTERM'; isAlive(pid); signal = Date.now() > until ? 'SIGKILL' : 0) {
    process.kill(pid, signal);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What a unit says, `%i` filled in: the settings of every section under their names, in their order. */
function readUnit(name) {
  const [base, instance] = name.split('@');
  const file = join(machine, 'etc/systemd/system', `${base}${instance === undefined ? '' : '@'}.service`);
  const unit = {};
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, key, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (key) (unit[key] ??= []).push(value.replaceAll('%i', instance));
  }
  return unit;
}

/** Lines of `EnvironmentFile=`, quoted or not, and before them `Environment=`; a program gets no setting of whoever starts it. */
function settingsOf(unit) {
  const all = { PATH: process.env.PATH };
  const take = (line) => {
    const [, name, value] = /^([A-Z]\w*)=(.*)$/.exec(line.trim()) ?? [];
    if (name) all[name] = value.replace(/^(["'])(.*)\1$/, '$2');
  };
  for (const words of unit.Environment ?? []) words.split(/\s+/).forEach(take);
  for (const file of unit.EnvironmentFile ?? []) {
    // With a dash before it, it need not be there.
    if (file.startsWith('-') && !existsSync(file.slice(1))) continue;
    readFileSync(file.replace(/^-/, ''), 'utf8').split('\n').forEach(take);
  }
  return all;
}

/** The Node of this run stands for the machine's. */
function own(program) {
  return program === '/usr/bin/node' ? process.execPath : program;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    // One that has ended and was not waited for is a name and nothing else.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
