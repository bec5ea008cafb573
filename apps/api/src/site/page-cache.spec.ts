import { gunzipSync } from 'node:zlib';
import { isCacheable, CachedPage, PageCache } from './page-cache.js';

const page = (text: string) => new CachedPage(Buffer.from(text), []);
const textOf = async (found: CachedPage | null) => (await found?.encodeAs('identity'))?.toString();

function slowPage() {
  let done!: (made: CachedPage | null) => void;
  const made = new Promise<CachedPage | null>((resolve) => (done = resolve));
  return { make: jest.fn(() => made), done };
}

describe('the page cache', () => {
  let now = 0;
  const aCache = () => new PageCache(1000, () => now);
  beforeEach(() => (now = 0));

  test('shares a page that is being rendered', async () => {
    const pages = aCache();
    const { make, done } = slowPage();
    const both = [pages.get('a', make), pages.get('a', make)];
    done(page('one'));
    expect(await Promise.all(both.map(async (found) => textOf(await found)))).toEqual(['one', 'one']);
    expect(make).toHaveBeenCalledTimes(1);
  });

  test('measures the age of a page from its request, however long rendering took', async () => {
    const pages = aCache();
    const { make, done } = slowPage();
    const first = pages.get('a', make);
    now = 999;
    done(page('old'));
    await first;
    expect(await textOf(await pages.get('a', async () => page('new')))).toBe('old');
    now = 1000;
    expect(await textOf(await pages.get('a', async () => page('new')))).toBe('new');
  });

  test('does not serve or keep a page whose rendering started before a write', async () => {
    const pages = aCache();
    const { make, done } = slowPage();
    const before = pages.get('a', make);
    pages.clear();
    const after = pages.get('a', async () => page('after'));
    done(page('before'));
    expect(await textOf(await before)).toBe('before');
    expect(await textOf(await after)).toBe('after');
    expect(await textOf(await pages.get('a', async () => page('later')))).toBe('after');
  });

  test('keeps neither private pages nor failures', async () => {
    const pages = aCache();
    expect(await pages.get('a', async () => null)).toBeNull();
    await expect(pages.get('a', async () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(pages.size).toBe(0);
    expect(isCacheable(Buffer.alloc(1_000_000))).toBe(false);
  });

  test('limits its memory for ten thousand different URLs', async () => {
    const pages = aCache();
    for (let n = 0; n < 10_000; n += 1) await pages.get(`/events?text=${n}`, async () => page('same'));
    expect(pages.size).toBeLessThanOrEqual(300);
    const make = jest.fn(async () => page('new'));
    await pages.get('/events?text=9999', make);
    expect(make).not.toHaveBeenCalled();
    await pages.get('/events?text=0', make);
    expect(make).toHaveBeenCalled();
  });

  test('compresses a page once and uses one ETag for all encodings', async () => {
    const one = page('page '.repeat(100));
    expect(one.encodeAs('gzip')).toBe(one.encodeAs('gzip'));
    expect(gunzipSync(await one.encodeAs('gzip')).toString()).toBe('page '.repeat(100));
    expect(page('page').etag).toBe(page('page').etag);
    expect(page('page').etag).not.toBe(page('other').etag);
  });
});
