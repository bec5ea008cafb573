import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../../support/app.js';
import { startMailSink, type MailSink } from '../../support/mail-sink.js';
import { launchBrowser, newVisit, type Visit } from './chromium.js';

export interface PhoneVisits {
  app: TestApp;
  sink: MailSink;
  browser: Browser;
  visit: Visit;
  page: Page;
}

/**
 * Starts an app with its mail sink and a browser for all tests of a `describe`. Each test gets a new visitor on a phone
 * with scripts off whose pages contact no other host. The returned object is filled in before each test.
 */
export function phoneVisits(): PhoneVisits {
  const site = {} as PhoneVisits;
  beforeAll(async () => {
    site.sink = await startMailSink();
    site.app = await startApp({ config: { SMTP_URL: site.sink.url } });
    site.browser = await launchBrowser();
  });
  afterAll(async () => {
    await site.browser.close();
    await site.app.close();
    await site.sink.close();
  });
  beforeEach(async () => {
    site.visit = await newVisit(site.browser, { baseUrl: site.app.url, width: 'phone', javaScript: false });
    site.page = site.visit.page;
  });
  afterEach(async () => {
    expect(site.visit.foreignRequests).toEqual([]);
    await site.visit.context.close();
  });
  return site;
}
