import { readdir, readFile } from 'node:fs/promises';
import type pg from 'pg';

/**
 * Processor seconds used so far by a PostgreSQL server on this machine: its main process, all processes that ended, and
 * those that run. Linux only.
 */
export async function serverCpuSeconds(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const main = (await statOf(String(rows[0]!.pid)))?.parent;
  if (!main) throw new Error('PostgreSQL runs on another machine.');
  const all = await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(statOf));
  return all.reduce((sum, stat) => sum + (stat?.parent === main ? stat.own : 0), (await statOf(main))!.withEnded);
}

async function statOf(pid: string): Promise<{ parent: string; own: number; withEnded: number } | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (!text) return null;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const seconds = (...positions: number[]) => positions.reduce((sum, at) => sum + Number(fields[at]), 0) / 100;
  return { parent: fields[1]!, own: seconds(11, 12), withEnded: seconds(11, 12, 13, 14) };
}
