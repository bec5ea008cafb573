import type { CampaignData } from './queries';
import { structuredData } from './structured-data';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const campaign: CampaignData = {
  id: '1',
  slug: 'beds',
  title: '</script><script>alert(1)</script>',
  summary: 'Twelve beds.',
  language: 'en',
  status: 'LIVE',
  goal: usd(500_000),
  raised: usd(1000),
  giftCount: 1,
  timeZone: 'America/Los_Angeles',
  startsOn: null,
  endsOn: '2026-12-31',
  cover: { url: '/files/1', width: 16, height: 9, alt: 'A bed' },
  organizerName: 'Rosa',
  acceptsGifts: true,
  storyHtml: '',
  currency: 'USD',
  publishedAt: '2026-11-01T00:00:00Z',
  chapterName: null,
  beneficiary: { kind: 'PARTNER', name: 'Harbor House', registrationNumber: null, website: null },
  eventIds: [],
  minimum: usd(500),
  waterfall: {
    charged: usd(1000),
    fees: usd(59),
    refunds: usd(0),
    disputes: usd(0),
    matched: usd(0),
    net: usd(941),
    disbursed: usd(0),
    held: usd(941),
    asOf: '2026-11-02T00:00:00Z',
    disbursements: [],
  },
  matching: [],
  pages: [],
  updates: [],
  recentGifts: [
    { id: 'g', name: 'Ana', amount: usd(1000), message: '', paidAt: '2026-11-02T00:00:00Z', monthly: false },
  ],
};

test('contains the beneficiary, end date and donation link', () => {
  expect(JSON.parse(structuredData(campaign, 'https://example.org', 'Group'))).toMatchObject({
    '@type': 'DonateAction',
    name: campaign.title,
    url: 'https://example.org/fundraisers/beds',
    image: 'https://example.org/files/1',
    actionStatus: 'https://schema.org/PotentialActionStatus',
    startTime: '2026-10-31T17:00:00-07:00',
    endTime: '2026-12-31T23:59:59-08:00',
    recipient: { '@type': 'NGO', name: 'Harbor House' },
    target: { urlTemplate: 'https://example.org/fundraisers/beds/give' },
    priceSpecification: { minPrice: '5.00', priceCurrency: 'USD' },
  });
});

test('escapes the title and contains no donors', () => {
  const text = structuredData(campaign, 'https://example.org', 'Group');
  expect(text).not.toContain('<');
  expect(text).not.toContain('Ana');
});

test('has no donation link if the campaign accepts no gifts', () => {
  const over = structuredData({ ...campaign, acceptsGifts: false }, 'https://example.org', 'Group');
  expect(JSON.parse(over)).toMatchObject({ actionStatus: 'https://schema.org/CompletedActionStatus' });
  expect(over).not.toContain('/give');
});
