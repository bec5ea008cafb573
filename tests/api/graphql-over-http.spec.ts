import { serverAudits } from 'graphql-http';
import { startApp, type TestApp } from '../support/app.js';

/** Runs the whole audit suite of the GraphQL-over-HTTP specification. Errors and warnings both fail. */
describe('GraphQL over HTTP', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  test.each(serverAudits({ url: 'http://set-below.invalid' }).map(({ id, name }) => [id, name]))(
    '%s %s',
    async (id) => {
      const audit = serverAudits({ url: `${app.url}/graphql`, fetchFn: fetch }).find((each) => each.id === id);
      const result = await audit!.fn();
      // A notice is a MAY of the specification. We don't support queries by plain GET, which keeps out forms of other
      // sites.
      expect([result.status, 'reason' in result ? result.reason : null]).not.toEqual([
        expect.stringMatching(/error|warn/),
        expect.anything(),
      ]);
    },
  );
});
