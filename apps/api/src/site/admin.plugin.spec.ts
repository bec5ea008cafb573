import fastify from 'fastify';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerAdmin } from './admin.plugin.js';
import { OtherReleases } from './other-releases.js';

describe('an admin that is rebuilt while it is served', () => {
  const buildPath = mkdtempSync(join(tmpdir(), 'admin-'));
  const server = fastify();
  const build = (page: string, part: string) => {
    rmSync(buildPath, { recursive: true, force: true });
    mkdirSync(join(buildPath, 'assets'), { recursive: true });
    writeFileSync(join(buildPath, 'index.html'), page);
    writeFileSync(join(buildPath, 'assets', part), page);
  };
  const ask = async (path: string) => {
    const answer = await server.inject({ url: path, headers: { cookie: 'session=somebody' } });
    return [answer.statusCode, answer.headers['cache-control'], answer.body];
  };

  beforeAll(async () => {
    build('before', 'page-a1.js');
    await registerAdmin(server, { buildPath, others: new OtherReleases(undefined, buildPath), changes: true });
  });
  afterAll(async () => {
    await server.close();
    rmSync(buildPath, { recursive: true, force: true });
  });

  test('serves the new page and its files completely, and no longer finds the old files', async () => {
    expect(await ask('/admin/events')).toEqual([200, 'no-store', 'before']);
    build('the page after it, which is longer', 'page-b2.js');
    expect(await ask('/admin/events')).toEqual([200, 'no-store', 'the page after it, which is longer']);
    const kept = 'public, max-age=31536000, immutable';
    expect(await ask('/admin/assets/page-b2.js')).toEqual([200, kept, 'the page after it, which is longer']);
    expect(await ask('/admin/assets/page-a1.js')).toEqual([404, 'no-store', 'Not found']);
    build('short', 'page-c3.js');
    expect(await ask('/admin/')).toEqual([200, 'no-store', 'short']);
  });
});
