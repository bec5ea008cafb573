import fs from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OtherReleases } from './other-releases.js';

describe('the files of other releases', () => {
  const folder = fs.mkdtempSync(join(tmpdir(), 'releases-'));
  const others = new OtherReleases(folder, 'site/client');
  let server: Server;

  const put = (release: string, file: string, text: string) => {
    fs.mkdirSync(join(folder, release, 'site/client/assets'), { recursive: true });
    fs.writeFileSync(join(folder, release, 'site/client/assets', file), text);
  };
  const removeRelease = (release: string) => fs.rmSync(join(folder, release), { recursive: true, force: true });
  const ask = async (path: string) => {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    return [answer.status, await answer.text()];
  };

  beforeAll(async () => {
    server = createServer((request, response) =>
      others.serve(request.url ?? '', request, response, () => response.writeHead(404).end()),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => {
    server.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  test('are found in any release, including one unpacked later, and other files are not', async () => {
    put('upstander-0.2.0', 'page-a1.js', 'old');
    expect(await ask('/assets/page-a1.js')).toEqual([200, 'old']);
    expect(await ask('/assets/page-b2.js')).toEqual([404, '']);
    put('upstander-0.3.0', 'page-b2.js', 'new');
    expect(await ask('/assets/page-b2.js')).toEqual([200, 'new']);
    expect(await ask('/index.html')).toEqual([404, '']);
    removeRelease('upstander-0.3.0');
    expect(await ask('/assets/page-b2.js')).toEqual([404, '']);
  });

  test('are skipped in a release that is removed between the lookup and the read', async () => {
    put('upstander-0.1.0', 'gone-c3.js', 'gone');
    const isThere = fs.existsSync;
    jest.spyOn(fs, 'existsSync').mockImplementation((path) => {
      const there = isThere(path);
      if (there && String(path).endsWith('gone-c3.js')) removeRelease('upstander-0.1.0');
      return there;
    });
    expect(await ask('/assets/gone-c3.js')).toEqual([404, '']);
    expect(await ask('/assets/page-a1.js')).toEqual([200, 'old']);
  });

  test('end the response if they disappear after it started, without an error in the process', async () => {
    put('upstander-0.1.0', 'gone-d4.js', 'gone');
    const read = fs.createReadStream;
    jest.spyOn(fs, 'createReadStream').mockImplementation((...asked) => {
      removeRelease('upstander-0.1.0');
      return read(...asked);
    });
    await expect(ask('/assets/gone-d4.js')).rejects.toThrow();
    jest.restoreAllMocks();
    expect(await ask('/assets/page-a1.js')).toEqual([200, 'old']);
  });
});
