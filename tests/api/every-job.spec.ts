import { jobs, type JobName } from '@upstander/platform';
import { locales } from '@upstander/web-kit';
import { adminCatalogOf } from '@upstander/web-kit/admin-catalog';
import { startApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

test.each(jobs.names() as JobName[])('the job %s succeeds in an empty database', async (name) => {
  await expect(app.runJob(name)).resolves.toBeUndefined();
});

test.each(locales)('the health screen describes what each job does (%s)', (locale) => {
  const { jobNames } = adminCatalogOf(locale).admin.health;
  expect(Object.keys(jobNames).sort()).toEqual(jobs.names().sort());
});
