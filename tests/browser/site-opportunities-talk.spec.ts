import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { anAdvocate, runBypassingTriggers, withCode } from '../support/advocacy.js';
import { describeInBrowser, launchBrowser, newVisit } from './support/index.js';

const words = 'He keeps my papers. Ñandú, 日本.';

/** Browsers that can encrypt send no plain text. */
describeInBrowser('requesting a consultation', () => {
  let app: TestApp;
  let browser: Browser;

  beforeAll(async () => {
    app = await startApp();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function visit(javaScript: boolean) {
    const opened = await newVisit(browser, { baseUrl: app.url, width: 'phone', javaScript, obeysPolicy: true });
    const sent: string[] = [];
    opened.context.on('request', (request) => sent.push(request.postData() ?? ''));
    return { ...opened, sent: () => decodeURIComponent(sent.join('\n').replaceAll('+', ' ')) };
  }

  const go = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click();
  const waitForQuestion = (page: Page, question: string) =>
    page.getByRole('heading', { level: 1, name: question }).waitFor();

  async function goToAboutPage(page: Page): Promise<void> {
    await page.goto('/talk');
    await waitForQuestion(page, 'Talk to us');
    await go(page, 'Start');
    await page.getByLabel('A name to use').fill('Luna');
    await go(page, 'Continue');
    await page.getByText('I’ll come back here with a code').click();
    await go(page, 'Continue');
    await waitForQuestion(page, 'What’s it about?');
  }

  async function toTheEnd(page: Page): Promise<string> {
    await waitForQuestion(page, 'Which language should we speak?');
    await page.getByLabel('Another language?').fill('Quechua');
    await go(page, 'Continue');
    await waitForQuestion(page, 'Review your answers');
    await go(page, 'Send');
    await waitForQuestion(page, 'Your words');
    return (await page.locator('.code-words').textContent())?.trim() ?? '';
  }

  /** Decrypts with the team's private key, as an advocate's browser does. */
  async function opened(text: Record<string, string>, privateKey: CryptoKey): Promise<{ words: string; size: number }> {
    const bytes = (name: string) => Buffer.from(text[name] ?? '', 'base64');
    const key = await crypto.subtle.unwrapKey(
      'raw',
      bytes('wrappedKey'),
      privateKey,
      { name: 'RSA-OAEP' },
      { name: 'AES-GCM' },
      false,
      ['decrypt'],
    );
    const additionalData = new TextEncoder().encode('consultation.about');
    const algorithm = { name: 'AES-GCM', iv: bytes('iv'), additionalData };
    const plain = Buffer.from(await crypto.subtle.decrypt(algorithm, key, bytes('ciphertext')));
    return { words: plain.subarray(4, 4 + plain.readUInt32BE(0)).toString('utf8'), size: plain.length };
  }

  async function latest(): Promise<Record<string, unknown>> {
    const advocate = await anAdvocate(app);
    const [row] = await runBypassingTriggers<{ id: string }>(
      app,
      'SELECT id FROM sealed.consultation ORDER BY created_at DESC LIMIT 1',
    );
    const { data } = await app.graphql<{ sealedConsultation: Record<string, unknown> }>(
      `query ($id: ID!) { sealedConsultation(id: $id, reason: "test") { nameToUse about aboutSealedBy interpreterLanguage
         aboutSealed { keyId wrappedKey iv ciphertext } } }`,
      { id: row!.id },
      { cookie: advocate.cookie },
    );
    return data.sealedConsultation;
  }

  test('without a team key the server seals it, and the page says so', async () => {
    const { page, context, sent } = await visit(true);
    await goToAboutPage(page);
    await page.getByText('Our server locks what you write', { exact: false }).waitFor();
    expect(await page.locator('script[src]').count()).toBe(1);
    await page.getByRole('textbox').fill(words);
    await go(page, 'Continue');
    const code = await toTheEnd(page);
    expect(await withCode(app, code).open()).toMatchObject({ kind: 'CONSULTATION', nameToUse: 'Luna' });
    expect(await latest()).toMatchObject({ about: words, aboutSealedBy: 'server', interpreterLanguage: 'Quechua' });
    // Control: without finding the text here, the other test would prove nothing.
    expect(sent()).toContain(words);
    await context.close();
  });

  describe('with a team key', () => {
    let privateKey: CryptoKey;

    beforeAll(async () => {
      const algorithm = { name: 'RSA-OAEP', modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]) };
      const pair = await crypto.subtle.generateKey({ ...algorithm, hash: 'SHA-256' }, true, ['wrapKey', 'unwrapKey']);
      privateKey = pair.privateKey;
      const spki = Buffer.from(await crypto.subtle.exportKey('spki', pair.publicKey));
      const { accountId } = await anAdvocate(app);
      await runBypassingTriggers(
        app,
        'INSERT INTO sealed.team_key (id, public_key, created_by, created_at) VALUES (gen_random_uuid(), $1, $2, now())',
        [spki, accountId],
      );
    });

    test('the browser seals and pads the text so that only the team can open it', async () => {
      const { page, context, sent, pageErrors } = await visit(true);
      await goToAboutPage(page);
      await page.getByText('What you write is locked here in your browser', { exact: false }).waitFor();
      await page.getByRole('textbox').fill(words);
      await go(page, 'Back');
      await waitForQuestion(page, 'What’s a safe way to reach you?');
      await go(page, 'Continue');
      await page.getByText('You’ve written something, and it’s locked.', { exact: false }).waitFor();
      await go(page, 'Continue');
      await waitForQuestion(page, 'Which language should we speak?');
      await go(page, 'Continue');
      await page.getByText('Written and locked.', { exact: false }).waitFor();
      await page.getByRole('button', { name: /Change.*about/ }).click();
      await page.getByRole('textbox').fill(`${words} More.`);
      await go(page, 'Continue');
      await waitForQuestion(page, 'Review your answers');
      await go(page, 'Send');
      await waitForQuestion(page, 'Your words');
      for (const part of ['papers', 'Ñandú', '日本', 'More.']) expect(sent()).not.toContain(part);
      const consultation = await latest();
      expect(consultation).toMatchObject({ about: null, aboutSealedBy: 'browser', nameToUse: 'Luna' });
      const text = consultation['aboutSealed'] as Record<string, string>;
      expect(await opened(text, privateKey)).toEqual({ words: `${words} More.`, size: 1024 });
      expect(pageErrors).toEqual([]);
      await context.close();
    });

    test('without scripts the server seals it, and the page says so', async () => {
      const { page, context } = await visit(false);
      await goToAboutPage(page);
      await page.getByText('Our server locks what you write', { exact: false }).waitFor();
      expect(await page.getByText('locked here in your browser').isVisible()).toBe(false);
      await page.getByRole('textbox').fill(words);
      await go(page, 'Continue');
      await toTheEnd(page);
      expect(await latest()).toMatchObject({ about: words, aboutSealed: null, aboutSealedBy: 'server' });
      await context.close();
    });
  });

  test('the sealing script stores nothing, requests nothing, and may run only on this page', async () => {
    const policy = async (path: string) => (await fetch(app.url + path)).headers.get('content-security-policy') ?? '';
    expect(await policy('/talk')).toContain('/seal.js');
    expect(await policy('/reply')).not.toContain('/seal.js');
  });
});
