import { anArticle } from '../support/access-samples.learning.js';
import type { Place } from '../support/access-samples.js';
import { startApp, type TestApp } from '../support/app.js';
import { aChapter, anEvent, aShift } from '../support/factories.js';
import { aCampaign } from '../support/factories.fundraising.js';
import { shippedCourse } from '../support/courses.js';
import { serviceInput } from '../support/services.js';
import { createOpportunities } from './support/index.js';

interface Data extends Record<string, unknown> {
  '@context'?: string;
  '@type': string;
}

/** Properties that Google requires for each kind of block (developers.google.com/search/docs). */
const needed: Readonly<Record<string, readonly string[]>> = {
  Article: ['headline', 'author', 'image', 'dateModified'],
  BreadcrumbList: ['itemListElement'],
  Course: ['name', 'description', 'provider', 'offers', 'hasCourseInstance'],
  DonateAction: ['name', 'recipient', 'target'],
  Event: ['name', 'startDate', 'endDate', 'location', 'image', 'offers'],
  FAQPage: ['mainEntity'],
  ItemList: ['itemListElement', 'url'],
  JobPosting: ['title', 'description', 'datePosted', 'validThrough', 'hiringOrganization', 'jobLocation', 'identifier'],
  NGO: ['name', 'url', 'contactPoint', 'potentialAction', 'address', 'sameAs'],
  Service: ['name', 'provider', 'availableChannel'],
};

describe('structured data of the site', () => {
  let app: TestApp;
  let offers: string[];
  let pages: string[];
  let article: { slug: string };
  const services: Record<string, string> = {};

  beforeAll(async () => {
    app = await startApp({ config: { PROFILE_URLS: 'https://www.instagram.com/Example, https://www.example.org' } });
    await app.runJob('keep-general-funds');
    const chapter = await aChapter(app.db);
    const event = await anEvent(app.db, { chapterId: chapter.id, title: '</script><b>Kitchen</b>' });
    await aShift(app.db, { eventId: event.id });
    const campaign = await aCampaign(app.db, { title: 'Beds & <bread>' });
    ({ slugs: offers } = await createOpportunities(app));
    article = await anArticle({ app } as Place, 'published');
    await app.db.query(
      `UPDATE learning.article_text SET body = $1 WHERE locale = 'en' AND article_id =
         (SELECT id FROM learning.article WHERE slug = $2)`,
      ['## Who pays a fee & why?\n\nNobody **ever** should.\n\n## What we do\n\nWe listen.', article.slug],
    );
    const keeper = await app.signedIn({ role: 'moderator' });
    for (const [name, confidentialParts] of [['open', []] as const, ['hidden', ['ADDRESS']] as const]) {
      const { data } = await app.graphql<{ createService: { id: string; slug: string } }>(
        'mutation ($input: ServiceInput!) { createService(input: $input) { id slug } }',
        { input: serviceInput({ name: `Shelter, ${name}`, confidentialParts }) },
        keeper,
      );
      const { id, slug } = data.createService;
      await app.graphql('mutation ($id: ID!) { publishService(id: $id) { id } }', { id }, keeper);
      services[name] = slug;
    }
    pages = [
      '/',
      '/give',
      `/events/${event.slug}`,
      `/fundraisers/${campaign.slug}`,
      `/chapters/${chapter.slug}`,
      `/learn/${article.slug}`,
      `/opportunities/${offers[0]}`,
      `/learn/courses/${shippedCourse.slug}`,
      '/help',
      `/help/services/${services.open}`,
    ];
  });
  afterAll(() => app.close());

  const html = async (path: string) => (await fetch(app.url + path)).text();
  const blocks = (page: string): Data[] =>
    [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
      ([, json]) => JSON.parse(json!) as Data,
    );
  const typesOf = async (path: string) => blocks(await html(path)).map((data) => data['@type']);

  test('is complete in both languages and names only our host as ours', async () => {
    const found = new Set<string>();
    for (const path of pages.flatMap((one) => [one, `${one}?lang=es`])) {
      for (const data of blocks(await html(path))) {
        const missing = needed[data['@type']]?.filter((field) => !data[field]);
        expect([path, data['@type'], data['@context'], missing]).toEqual([
          path,
          data['@type'],
          'https://schema.org',
          [],
        ]);
        found.add(data['@type']);
      }
    }
    expect([...found].sort()).toEqual(Object.keys(needed).sort());
  });

  test('describes the organization with its postal address and profiles', async () => {
    const [ngo] = blocks(await html('/')).filter((data) => data['@type'] === 'NGO');
    expect(ngo).toMatchObject({
      address: {
        '@type': 'PostalAddress',
        streetAddress: 'PO Box 1',
        addressLocality: 'Los Angeles',
        addressCountry: 'US',
      },
      sameAs: ['https://www.instagram.com/Example', 'https://www.example.org'],
    });
  });

  test('describes a service with its location, unless that is confidential', async () => {
    const told = async (name: string) =>
      JSON.stringify(
        blocks(await html(`/help/services/${services[name]}`)).filter((data) => data['@type'] === 'Service'),
      );
    expect(await told('open')).toContain('"streetAddress":"12 Hidden Lane"');
    const hidden = await told('hidden');
    expect(hidden).toContain('Shelter, hidden');
    for (const place of ['Hidden Lane', 'Pasadena', '90042', 'serviceLocation']) expect(hidden).not.toContain(place);
  });

  test('describes help lines with numbers and hours', async () => {
    const [list] = blocks(await html('/help?lang=es'));
    expect(list).toMatchObject({
      itemListElement: expect.arrayContaining([
        expect.objectContaining({
          item: expect.objectContaining({
            name: 'Línea Nacional contra la Trata de Personas',
            availableChannel: expect.objectContaining({
              servicePhone: expect.objectContaining({ telephone: '+18883737888', contactType: 'hotline' }),
            }),
          }),
        }),
      ]),
    });
  });

  test('describes questions with answers on pages that have them', async () => {
    const [faq] = blocks(await html(`/learn/${article.slug}`)).filter((data) => data['@type'] === 'FAQPage');
    expect(faq).toMatchObject({
      mainEntity: [
        {
          '@type': 'Question',
          name: 'Who pays a fee & why?',
          acceptedAnswer: { '@type': 'Answer', text: '<p>Nobody <strong>ever</strong> should.</p>' },
        },
      ],
    });
    expect(await typesOf(`/learn/${article.slug}?lang=es`)).not.toContain('FAQPage');
    const give = await html('/give');
    const [asked] = blocks(give).filter((data) => data['@type'] === 'FAQPage') as unknown as Array<{
      mainEntity: Array<{ name: string; acceptedAnswer: { text: string } }>;
    }>;
    // Structured data must match the visible text.
    for (const { name, acceptedAnswer } of asked!.mainEntity) {
      expect(give).toContain(`<summary>${name}</summary><p>${acceptedAnswer.text}</p>`);
    }
  });

  test('omits partner-only opportunities, and everything on quiet pages', async () => {
    // Only the first of these is public.
    const told = await Promise.all(
      offers.map(async (slug) => (await typesOf(`/opportunities/${slug}`)).includes('JobPosting')),
    );
    expect(told).toEqual(offers.map((_, index) => index === 0));
    for (const path of ['/opportunities', '/work', '/talk', '/using-this-site', `/opportunities/${offers[0]}/apply`])
      expect([path, await typesOf(path)]).toEqual([path, []]);
  });
});
