import { serverAudits } from 'graphql-http';
import { startApp, type TestApp } from '../support/app.js';

/** The audit suite of the GraphQL-over-HTTP specification, whole: not an error and not a warning. */
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
      // A notice is a MAY of the specification that we do not take up (queries by plain GET, to keep forms of other sites out).
      expect([result.status, 'reason' in result ? result.reason : null]).not.toEqual([
        expect.stringMatching(/error|warn/),
        expect.anything(),
      ]);
    },
  );
});
