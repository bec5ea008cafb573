import { existsSync } from 'node:fs';
import { fixtureGaps } from './fixture-gaps.js';
import { installedSchema, installedSdk } from './installed-schema.js';
import { sharedJudge, expectValid } from './judge.js';
import { RequestJudge } from './request-judge.js';
import { describeWith, publishedFixtures, publishedOperations, publishedSchema } from './shared-data.js';
import type { Schema } from './derive-schema.js';

type Json = Record<string, unknown>;

const usedResources = [
  'balance',
  'balance_transaction',
  'billing_portal.configuration',
  'billing_portal.session',
  'charge',
  'checkout.session',
  'customer',
  'dispute',
  'event',
  'invoice',
  'invoice_payment',
  'invoiceitem',
  'line_item',
  'payment_intent',
  'payment_method',
  'payout',
  'price',
  'product',
  'radar.early_fraud_warning',
  'refund',
  'setup_intent',
  'subscription',
  'subscription_item',
  'test_helpers.test_clock',
  'webhook_endpoint',
];

const productExample: Json = {
  id: 'prod_1',
  object: 'product',
  active: true,
  created: 1_700_000_000,
  default_price: null,
  description: null,
  images: [],
  livemode: false,
  marketing_features: [],
  metadata: {},
  name: 'A gift',
  package_dimensions: null,
  shippable: null,
  statement_descriptor: null,
  tax_code: null,
  tax_details: null,
  type: 'service',
  unit_label: null,
  updated: 1_700_000_000,
  url: null,
};

describe('the schema of the installed SDK', () => {
  test('contains every resource of the local Stripe', () => {
    expect(Object.keys(installedSchema().roots)).toEqual(expect.arrayContaining(usedResources));
  });

  test('matches the API version pinned in the tests', () => {
    expect(installedSdk().api).toMatch(/^\d{4}-\d{2}-\d{2}\.\w+$/);
    expect(existsSync('node_modules/stripe/package.json')).toBe(true);
  });
});

describe('accepts valid objects', () => {
  test.each([
    ['a product', productExample, 'product'],
    ['a deleted product', { id: 'prod_1', object: 'product', deleted: true }, 'product'],
    ['a list of products', { object: 'list', url: '/v1/products', has_more: false, data: [productExample] }, 'list'],
    ['an error', { error: { type: 'card_error', code: 'card_declined', message: 'No.', decline_code: 'x' } }, 'error'],
  ])('%s', (_, body, resource) => {
    expect(() => expectValid(resource, body)).not.toThrow();
  });
});

describe('rejects invalid objects', () => {
  const withoutMember = (member: string) =>
    Object.fromEntries(Object.entries(productExample).filter(([name]) => name !== member));

  test.each([
    ['a missing member', withoutMember('updated'), 'updated'],
    ['a member of the wrong type', { ...productExample, created: '2026-11-25' }, '/created'],
    ['a value outside the enumeration', { ...productExample, type: 'nice' }, '/type'],
    ['a wrong object type', { ...productExample, object: 'price' }, '/object'],
    ['an undeclared member', { ...productExample, color: 'red' }, 'color'],
    ['a number in metadata', { ...productExample, metadata: { n: 5 } }, '/metadata/n'],
    ['a list with items of the wrong type', { ...productExample, marketing_features: 'none' }, '/marketing_features'],
  ])('%s', (_, body, word) => {
    expect(sharedJudge().findFaults('product', body).join()).toContain(word);
  });

  test('rejects a bad list item, a list without a URL and an error without a type', () => {
    const list = {
      object: 'list',
      url: '/v1/products',
      has_more: false,
      data: [productExample, withoutMember('name')],
    };
    expect(sharedJudge().findAnswerFaults(200, list)).toEqual([expect.stringContaining('/data/1')]);
    expect(sharedJudge().findAnswerFaults(200, { ...list, data: [], url: 'products' })).toHaveLength(1);
    expect(sharedJudge().findAnswerFaults(402, { error: { message: 'No.' } })).not.toEqual([]);
    expect(sharedJudge().findAnswerFaults(200, { id: 'prod_1' })).not.toEqual([]);
    expect(sharedJudge().findFaults('unheard_of', {})).toHaveLength(1);
  });
});

const fixtures = publishedFixtures();
describeWith(fixtures)("Stripe's own examples", () => {
  test.each(usedResources)('%s', (resource) => {
    const example = fixtures?.[resource.startsWith('line_item') ? 'line_item' : resource] as Json;
    const gaps = fixtureGaps[resource];
    if (gaps) expect(sharedJudge().findFaults(resource, example)).not.toEqual([]);
    expect(sharedJudge().findFaults(resource, gaps ? fillGaps(example, gaps) : example)).toEqual([]);
  });

  test.each(usedResources)('%s: rejects it without any required member', (resource) => {
    const example = fillGaps(fixtures?.[resource] as Json, fixtureGaps[resource] ?? {});
    const required = requiredMembersOf(resource, example);
    expect(required.length).toBeGreaterThan(2);
    for (const member of required) {
      const { [member]: _, ...rest } = example;
      expect(sharedJudge().findFaults(resource, rest)).not.toEqual([]);
    }
  });
});

const operations = publishedOperations();
describeWith(operations)('requests', () => {
  const requests = new RequestJudge(operations ?? []);
  const session: Array<[string, string]> = [
    ['mode', 'payment'],
    ['submit_type', 'donate'],
    ['line_items[0][price_data][currency]', 'usd'],
    ['line_items[0][quantity]', '1'],
    ['payment_intent_data[metadata][gift_id]', 'x'],
    ['expand[0]', 'payment_intent'],
    ['success_url', 'https://example.org'],
  ];

  test('a documented request passes', () => {
    expect(requests.findFaults('POST', '/v1/checkout/sessions', session)).toEqual([]);
    expect(
      requests.findFaults('GET', '/v1/charges', [
        ['created[gte]', '5'],
        ['limit', '3'],
      ]),
    ).toEqual([]);
    expect(
      requests.findFaults('POST', '/v1/refunds', [
        ['charge', 'ch_1'],
        ['amount', '5'],
      ]),
    ).toEqual([]);
  });

  test.each([
    ['an undocumented parameter', 'POST', '/v1/refunds', [['color', 'red']], 'color'],
    ['a value outside the enumeration', 'POST', '/v1/refunds', [['reason', 'sorry']], 'reason'],
    ['text instead of a number', 'POST', '/v1/refunds', [['amount', '5.00']], 'amount'],
    ['neither true nor false', 'POST', '/v1/refunds', [['reverse_transfer', 'yes']], 'reverse_transfer'],
    ['a missing required parameter', 'POST', '/v1/webhook_endpoints', [['enabled_events[0]', '*']], 'url'],
  ] as const)('%s', (_, method, path, form, word) => {
    expect(requests.findFaults(method, path, form).join()).toContain(word);
  });
});

const publishedSchemaCopy = publishedSchema();
// Members change with the SDK, so this compares only the same version.
describeWith(installedSdk().version === '23.1.0' ? publishedSchemaCopy : null)(
  'a published schema of stripe 23.1.0',
  () => {
    test.each(['Charge', 'Refund', 'Dispute', 'Payout', 'BalanceTransaction', 'Customer', 'PaymentIntent', 'Invoice'])(
      '%s has the same members and required members',
      (name) => {
        const derived = installedSchema().definitions[name] as Json;
        const published = publishedSchemaCopy?.definitions[name] as Json;
        expect(Object.keys(derived['properties'] as Json).sort()).toEqual(
          Object.keys(published['properties'] as Json).sort(),
        );
        expect([...(derived['required'] as string[])].sort()).toEqual([...(published['required'] as string[])].sort());
      },
    );
  },
);

function requiredMembersOf(resource: string, example: Json): string[] {
  const schema = installedSchema();
  const resolveRef = (one: Schema): Schema =>
    typeof one['$ref'] === 'string' ? (schema.definitions[one['$ref'].slice('#/definitions/'.length)] ?? one) : one;
  const root = resolveRef(schema.roots[resource] ?? {});
  const variants = ((root['anyOf'] as Schema[] | undefined) ?? [root]).map(resolveRef);
  const constantOf = (one: Schema, member: string) => (one['properties'] as Record<string, Schema>)[member]?.['const'];
  const variant = variants.find((one) =>
    resource === 'event' ? constantOf(one, 'type') === example['type'] : constantOf(one, 'deleted') !== true,
  );
  return variant?.['required'] as string[];
}

function fillGaps(example: Json, gaps: Readonly<Record<string, unknown>>): Json {
  const copy = structuredClone(example);
  for (const [path, value] of Object.entries(gaps)) {
    const steps = path.split('/').slice(1);
    const last = steps.pop() ?? '';
    const holder = steps.reduce<Json>((inner, step) => inner[step] as Json, copy);
    if (value === undefined) delete holder[last];
    else holder[last] = value;
  }
  return copy;
}
