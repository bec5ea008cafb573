import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCampaign, aPaidGift } from '@upstander/tests/support/factories.fundraising.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const get = (path: string) => fetch(`${app.url}${path}`);

describe('embedded fundraiser progress', () => {
  test('is served as HTML that other sites may frame', async () => {
    const { id, slug } = await aCampaign(app.db, { title: 'Beds & <b>more</b>', goalMinor: 10_000 });
    await aPaidGift(app.db, { campaignId: id, intendedMinor: 2_550 });
    const answer = await get(`/campaigns/${slug}/embed`);
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(answer.headers.get('x-frame-options')).toBeNull();
    expect(page).toContain('<progress max="100" value="25"');
    expect(page).toContain('$25.50 raised of $100');
    expect(page).toContain('1 gift');
    expect(page).toContain('Beds &#38; &#60;b&#62;more&#60;/b&#62;');
    expect(page).toContain(`href="${app.config.PUBLIC_URL}/fundraisers/${slug}/give"`);
    expect(page).not.toMatch(/<script|<b>|<img|<link/);
    // All other pages must not be framed.
    for (const path of [`/campaigns/${slug}/progress.svg`, '/healthz', '/files/x']) {
      expect((await get(path)).headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
  });

  test('is served as an image with the same content', async () => {
    const { id, slug } = await aCampaign(app.db, { title: 'Camas', goalMinor: 10_000, language: 'es' });
    await aPaidGift(app.db, { campaignId: id, intendedMinor: 12_000 });
    const answer = await get(`/campaigns/${slug}/progress.svg`);
    expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const picture = await answer.text();
    expect(picture).toContain('$120 de $100');
    expect(picture).toContain('(100 %)');
    expect(await (await get(`/campaigns/${slug}/progress.svg?lang=en`)).text()).toContain('$120 raised of $100');
  });

  test('is not available for campaigns that are not public', async () => {
    const { slug } = await aCampaign(app.db, { status: 'in_review' });
    for (const path of [`/campaigns/${slug}/embed`, `/campaigns/${slug}/progress.svg`, '/campaigns/none/embed']) {
      expect((await get(path)).status).toBe(404);
    }
    const over = await aCampaign(app.db, { status: 'ended' });
    const page = await (await get(`/campaigns/${over.slug}/embed`)).text();
    expect(page).toContain('See the fundraiser');
    expect(page).not.toContain('/give');
  });
});
