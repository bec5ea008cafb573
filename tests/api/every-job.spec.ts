import { jobs, type JobName } from '@upstander/platform';
import { startApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

test.each(jobs.names() as JobName[])(
  'the job %s finds nothing to do in an empty house, and says so in peace',
  async (name) => {
    await expect(app.runJob(name)).resolves.toBeUndefined();
  },
);
