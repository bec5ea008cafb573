import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCampaign } from '@upstander/tests/support/factories.fundraising.js';

let app: TestApp;
let cookie: string;
beforeAll(async () => {
  app = await startApp();
  ({ cookie } = await app.signedIn({ role: 'admin' }));
});
afterAll(() => app.close());

const save = (id: string, suggestedAmounts: unknown, more: object = {}) =>
  app.graphql<{ updateCampaign: { suggestedAmounts: unknown[]; version: number } }>(
    `mutation ($input: UpdateCampaignInput!) {
      updateCampaign(input: $input) { version suggestedAmounts { amountMinor text textEs } }
    }`,
    { input: { id, suggestedAmounts, ...more } },
    { cookie },
  );

test('saves the impact of suggested amounts and shows them publicly, smallest first', async () => {
  const campaign = await aCampaign(app.db);
  const saved = await save(campaign.id, [
    { amountMinor: 18_600, text: ' A  weekend ', textEs: 'Un fin de semana' },
    { amountMinor: 6200, text: '', textEs: 'Una noche' },
  ]);
  const expected = [
    { amountMinor: 6200, text: '', textEs: 'Una noche' },
    { amountMinor: 18_600, text: 'A weekend', textEs: 'Un fin de semana' },
  ];
  expect(saved.data.updateCampaign.suggestedAmounts).toEqual(expected);
  const read = await app.graphql<{ campaign: object }>(
    'query ($slug: String!) { campaign(slug: $slug) { suggestedAmounts { amountMinor text textEs } } }',
    { slug: campaign.slug },
  );
  expect(read.data.campaign).toEqual({ suggestedAmounts: expected });

  // An omitted field keeps its value; null clears it.
  const { data } = await save(campaign.id, undefined, { title: 'Beds for the winter' });
  expect(data.updateCampaign.suggestedAmounts).toEqual(expected);
  expect((await save(campaign.id, null)).data.updateCampaign.suggestedAmounts).toEqual([]);
});

test.each([
  [[{ amountMinor: 0, text: 'Nothing' }], 'not-positive'],
  [[{ amountMinor: -100, text: 'Less' }], 'not-positive'],
  [[{ amountMinor: 90_000_001, text: 'A house' }], 'too-large'],
  [[{ amountMinor: 100, text: ' ' }], 'required'],
  [[{ amountMinor: 100, text: 'x'.repeat(81) }], 'too-long'],
  [
    [
      { amountMinor: 100, text: 'A coffee' },
      { amountMinor: '100', text: 'A tea' },
    ],
    'twice',
  ],
  [[1, 2, 3, 4, 5, 6].map((n) => ({ amountMinor: n * 100, text: `${n} coffees` })), 'too-many'],
])('rejects invalid suggested amounts: %#', async (amounts, fault) => {
  const { id } = await aCampaign(app.db);
  const { errors } = await save(id, amounts);
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_INPUT',
    details: { fields: { suggestedAmounts: fault } },
  });
});

test('requires whole units in a currency without minor units', async () => {
  const { id } = await aCampaign(app.db, { currency: 'ISK' });
  const { errors } = await save(id, [{ amountMinor: 150, text: 'A bit' }]);
  expect(errors?.[0]?.extensions).toMatchObject({ details: { fields: { suggestedAmounts: 'not-a-whole-unit' } } });
  expect((await save(id, [{ amountMinor: 200, text: 'A bit' }])).errors).toBeUndefined();
});
