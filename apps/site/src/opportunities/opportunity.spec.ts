import { catalogOf } from '@upstander/web-kit';
import { barrierSentencesOf } from './barrier-sentences';
import type { OpportunityData } from './queries';
import { structuredData } from './structured-data';

const offer: OpportunityData = {
  id: '1',
  slug: 'line-cook',
  kind: 'JOB',
  title: '</script><script>alert(1)</script>',
  language: 'EN',
  pay: {
    min: { amountMinor: 1800, currency: 'USD' },
    max: { amountMinor: 2250, currency: 'USD' },
    unit: 'HOUR',
  },
  hoursPerWeek: 30,
  schedule: 'Monday to Friday',
  remote: false,
  place: 'Fresno',
  nightWork: false,
  idNeeded: false,
  backgroundCheck: true,
  trainingPaid: null,
  childcareHours: true,
  transport: '',
  equipment: 'Shoes are given.',
  harmTags: [],
  isPublic: true,
  businessName: 'Harbor Bakery',
  businessCity: 'Fresno',
  businessCountry: 'US',
  description: '',
  descriptionHtml: '<p>Cook.</p>',
  startsOn: null,
  supervisorName: 'Rosa',
  acceptableRecords: 'anything older than a year',
  languages: ['en'],
  publishedAt: '2026-11-20T00:00:00Z',
  expiresAt: '2026-12-20T00:00:00Z',
  businessOffers: 'Bread',
};

describe('structured data', () => {
  test('contains the work, place, pay and end date', () => {
    expect(JSON.parse(structuredData(offer, 'https://example.org') ?? '')).toMatchObject({
      '@type': 'JobPosting',
      title: offer.title,
      identifier: { '@type': 'PropertyValue', name: 'Harbor Bakery', value: '1' },
      datePosted: '2026-11-20T00:00:00Z',
      validThrough: '2026-12-20T00:00:00Z',
      employmentType: 'PART_TIME',
      hiringOrganization: { name: 'Harbor Bakery' },
      jobLocation: { address: { addressLocality: 'Fresno' } },
      baseSalary: { currency: 'USD', value: { minValue: '18.00', maxValue: '22.50', unitText: 'HOUR' } },
    });
  });

  test('omits unknown hours and uses the country of the business', () => {
    const markup = (parts: Partial<OpportunityData>) =>
      JSON.parse(structuredData({ ...offer, ...parts }, 'https://example.org') ?? '') as Record<string, unknown>;
    expect(markup({ hoursPerWeek: null })).not.toHaveProperty('employmentType');
    expect(markup({ hoursPerWeek: 40 })).toMatchObject({ employmentType: 'FULL_TIME' });
    expect(markup({ place: '12 Fulton Street, Fresno, CA 93721' })).toMatchObject({
      jobLocation: {
        address: {
          streetAddress: '12 Fulton Street',
          addressLocality: 'Fresno',
          addressRegion: 'CA',
          postalCode: '93721',
        },
      },
    });
    expect(markup({ businessCountry: 'MX', remote: true })).toMatchObject({
      jobLocation: { address: { addressCountry: 'MX' } },
      applicantLocationRequirements: { name: 'MX' },
    });
  });

  test('is missing for opportunities that are not public or not work', () => {
    expect(structuredData({ ...offer, isPublic: false }, 'https://example.org')).toBeNull();
    expect(structuredData({ ...offer, kind: 'SKILLS_TRAINING' }, 'https://example.org')).toBeNull();
  });

  test('escapes text that would end the block', () => {
    expect(structuredData(offer, 'https://example.org')).not.toContain('<');
  });
});

test('answers each possible barrier, including acceptable criminal records', () => {
  const words = catalogOf('en');
  const answers = barrierSentencesOf(offer, words);
  expect(answers.filter(({ isEasy: easy }) => !easy).map(({ text }) => text)).toEqual([
    'There’s a background check. These records aren’t a problem: anything older than a year',
    'The business doesn’t help with transportation.',
  ]);
  expect(answers.map(({ text }) => text)).toContain('You don’t need an ID.');
  const fromHome = barrierSentencesOf({ ...offer, remote: true, place: '' }, words).map(({ text }) => text);
  expect(fromHome.join()).not.toContain('getting there');
});
