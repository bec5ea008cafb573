import { graphql } from '@upstander/api-client';
import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '../api/ask';
import type { SiteContext } from '../request/site-context';

const Events = graphql(`
  query SitemapEvents($after: String) {
    list: events(first: 100, after: $after) {
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
  }
`);

/** The list of offers is not among them: it names those, too, that no search engine may keep. */
const standing = [
  '/',
  '/events',
  '/fundraisers',
  '/start-a-fundraiser',
  '/work',
  '/talk',
  '/help',
  '/learn',
  '/schools',
  '/business',
  '/using-this-site',
  '/about',
  '/chapters',
  '/contact',
  '/accessibility',
  '/privacy',
];

/** Of each kind at most so many hundreds: who asks for the map must not make us read everything there ever was. */
const mostPages = 10;

/** Every page that search engines may keep (sitemaps.org). */
export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const [events, campaigns, offers, { tracks }] = await Promise.all([
    all((after) => ask(context, Events, { after })),
    all((after) => ask(context, Campaigns, { after })),
    all((after) => ask(context, Offers, { after })),
    ask(context, Articles, {}),
  ]);
  const paths = [
    ...standing,
    ...events.map(({ slug }) => `/events/${slug}`),
    ...campaigns.map(({ slug }) => `/fundraisers/${slug}`),
    ...tracks.flatMap(({ articles }) => articles.map(({ slug }) => `/learn/${slug}`)),
    ...offers.filter(({ isPublic }) => isPublic).map(({ slug }) => `/opportunities/${slug}`),
  ];
  return new Response(xmlOf(context, paths), { headers: { 'content-type': 'application/xml; charset=utf-8' } });
}

interface Page<Node> {
  list: { edges: ReadonlyArray<{ node: Node }>; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

async function all<Node>(page: (after: string | null) => Promise<Page<Node>>): Promise<Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  for (let number = 0; number < mostPages; number += 1) {
    const { list }: Page<Node> = await page(after);
    nodes.push(...list.edges.map(({ node }) => node));
    if (!list.pageInfo.hasNextPage) break;
    after = list.pageInfo.endCursor;
  }
  return nodes;
}

/** Addresses of ours have no character that XML minds but `&`; slugs have not even that. */
function xmlOf({ publicUrl }: Pick<SiteContext, 'publicUrl'>, paths: readonly string[]): string {
  const urls = paths.map((path) => `<url><loc>${(publicUrl + path).replaceAll('&', '&amp;')}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}
