import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { opportunityInput } from '@upstander/tests/support/opportunities.js';

interface Preview {
  opportunityPreview: { descriptionHtml: string; flags: unknown[] };
}

const previewQuery =
  'query ($input: OpportunityInput!) { opportunityPreview(input: $input) { descriptionHtml flags { rule } } }';

describe('the preview of an opportunity', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  test('renders sanitized HTML and saves nothing', async () => {
    const { cookie } = await app.signedIn({ role: 'business' });
    const description = 'You **bake**.\n\n- dough\n- ovens\n\n<script>alert(1)</script> [here](javascript:alert(1))';
    const { data } = await app.graphql<Preview>(previewQuery, { input: opportunityInput({ description }) }, { cookie });
    const { descriptionHtml } = data.opportunityPreview;
    expect(descriptionHtml).toContain('<strong>bake</strong>');
    expect(descriptionHtml).toContain('<li>ovens</li>');
    expect(descriptionHtml).not.toMatch(/<script|href="javascript/);
    expect(await app.db.query('SELECT count(*)::int AS n FROM opportunities.opportunity')).toEqual([{ n: 0 }]);
  });

  test('rejects invalid input', async () => {
    const { cookie } = await app.signedIn({ role: 'business' });
    const answer = await app.graphql(previewQuery, { input: opportunityInput({ hoursPerWeek: 200 }) }, { cookie });
    expect(refusal(answer)).toBe('BAD_INPUT');
    expect(answer.errors?.[0]?.extensions.details).toEqual({ fields: { hoursPerWeek: 'out-of-range' } });
  });
});
