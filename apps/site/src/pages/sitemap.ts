import { graphql } from '@upstander/api-client';
import type { LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { addressIn, alternatesOf, translationsOf } from '../request/locale';
import type { SiteContext } from '../request/site-context';
import { isPageOn } from '../request/features';

const Events = graphql(`
  query SitemapEvents($after: String) {
    list: events(first: 100, after: $after) {
      edges {
        node {
          slug
          updatedAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const Campaigns = graphql(`
  query SitemapCampaigns($after: String) {
    list: campaigns(first: 100, after: $after) {
      edges {
        node {
          slug
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const Offers = graphql(`
  query SitemapOffers($after: String) {
    list: opportunities(first: 100, after: $after) {
      edges {
        node {
          slug
          isPublic
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const Articles = graphql(`
  query SitemapArticles {
    tracks {
      articles {
        slug
      }
    }
    courses {
      slug
    }
  }
`);

/** The list of opportunities is left out, because it contains some that must not be indexed. */
const staticPages = [
  '/',
  '/events',
  '/give',
  '/fundraisers',
  '/start-a-fundraiser',
  '/work',
  '/talk',
  '/help',
  '/help/find',
  '/help/services',
  '/learn',
  '/learn/time-limits',
  '/schools',
  '/schools/talk',
  '/business',
  '/using-this-site',
  '/about',
  '/chapters',
  '/contact',
  '/press',
  '/accessibility',
  '/privacy',
];

/** Requests for the sitemap must not read all records. */
const maxListPages = 10;

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const [events, campaigns, offers, { tracks, courses }] = await Promise.all([
    loadAllPages((after) => queryApi(context, Events, { after })),
    loadAllPages((after) => queryApi(context, Campaigns, { after })),
    loadAllPages((after) => queryApi(context, Offers, { after })),
    queryApi(context, Articles, {}),
  ]);
  const pages: MapPage[] = [
    ...staticPages.filter((path) => isPageOn(path, context.organization)).map((path) => ({ path })),
    ...events.map(({ slug, updatedAt }) => ({ path: `/events/${slug}`, changedAt: updatedAt })),
    ...campaigns.map(({ slug }) => ({ path: `/fundraisers/${slug}` })),
    ...courses.map(({ slug }) => ({ path: `/learn/courses/${slug}` })),
    ...tracks.flatMap(({ articles }) => articles.map(({ slug }) => ({ path: `/learn/${slug}` }))),
    ...offers.filter(({ isPublic }) => isPublic).map(({ slug }) => ({ path: `/opportunities/${slug}` })),
  ];
  return new Response(xmlOf(context, pages), { headers: { 'content-type': 'application/xml; charset=utf-8' } });
}

interface Page<Node> {
  list: { edges: ReadonlyArray<{ node: Node }>; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

async function loadAllPages<Node>(page: (after: string | null) => Promise<Page<Node>>): Promise<Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  for (let number = 0; number < maxListPages; number += 1) {
    const { list }: Page<Node> = await page(after);
    nodes.push(...list.edges.map(({ node }) => node));
    if (!list.pageInfo.hasNextPage) break;
    after = list.pageInfo.endCursor;
  }
  return nodes;
}

interface MapPage {
  path: string;
  changedAt?: string;
}

/** Our addresses contain no characters that need XML escaping. */
function xmlOf(
  { publicUrl, organization }: Pick<SiteContext, 'publicUrl' | 'organization'>,
  pages: readonly MapPage[],
): string {
  const urls = pages.flatMap(({ path, changedAt }) => {
    const englishUrl = publicUrl + path;
    const translations = translationsOf(path, organization.languages);
    const alternates = [...alternatesOf(englishUrl, translations), ['x-default', englishUrl] as const].map(
      ([language, url]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${url}"/>`,
    );
    const lastModified = changedAt === undefined ? '' : `<lastmod>${changedAt}</lastmod>`;
    return translations
      .map((language) => addressIn(englishUrl, language))
      .map((url) => `<url><loc>${url}</loc>${lastModified}${alternates.join('')}</url>`);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`;
}
