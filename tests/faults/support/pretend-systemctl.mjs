import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A `systemctl` for machines without systemd. Starts what a unit describes in its folder with only its settings, and
 * stops it like systemd. Users and hardening need a kernel and are checked by `npm run check -- 'deploy files'`.
 */
const machine = process.env.MACHINE;
const [, , action, ...unitNames] = process.argv;
const names = unitNames.filter((word) => !word.startsWith('-')).map((name) => name.replace(/\.service$/, ''));
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
    const { status } = spawnSync(replaceNode(program), args, options);
    if (status === 0) return;
    process.stderr.write(readFileSync(join(notes, `${name}.log`)));
    process.exit(1);
  }
  const child = spawn(replaceNode(program), args, { ...options, detached: true });
  writeFileSync(join(notes, `${name}.pid`), String(child.pid));
  child.unref();
}

/** Sends SIGTERM, and SIGKILL after TimeoutStopSec. */
async function stop(name) {
  const note = join(notes, `${name}.pid`);
  if (!existsSync(note)) return;
  const pid = Number(readFileSync(note, 'utf8'));
  const deadline = Date.now() + Number(readUnit(name).TimeoutStopSec?.[0] ?? 90) * 1_000;
  for (let signal = 'SIGTERM'; isAlive(pid); signal = Date.now() > deadline ? 'SIGKILL' : 0) {
    process.kill(pid, signal);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Fills in `%i`. Returns the settings of all sections by name, in order. */
function readUnit(name) {
  const [templateName, instance] = name.split('@');
  const file = join(machine, 'etc/systemd/system', `${templateName}${instance === undefined ? '' : '@'}.service`);
  const unit = {};
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, key, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (key) (unit[key] ??= []).push(value.replaceAll('%i', instance));
  }
  return unit;
}

/** Reads `Environment=` and then `EnvironmentFile=` with optional quotes. Nothing is inherited from the caller. */
function settingsOf(unit) {
  const environment = { PATH: process.env.PATH };
  const addVariable = (line) => {
    const [, name, value] = /^([A-Z]\w*)=(.*)$/.exec(line.trim()) ?? [];
    if (name) environment[name] = value.replace(/^(["'])(.*)\1$/, '$2');
  };
  for (const words of unit.Environment ?? []) words.split(/\s+/).forEach(addVariable);
  for (const file of unit.EnvironmentFile ?? []) {
    // With a leading dash, the file is optional.
    if (file.startsWith('-') && !existsSync(file.slice(1))) continue;
    readFileSync(file.replace(/^-/, ''), 'utf8').split('\n').forEach(addVariable);
  }
  return environment;
}

function replaceNode(program) {
  return program === '/usr/bin/node' ? process.execPath : program;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    // A zombie process counts as ended.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
