import { graphql } from '@upstander/api-client';
import { catalogOf, dayAndTime, isLocale } from '@upstander/web-kit';
import type { LoaderFunctionArgs } from 'react-router';
import { queryApi, notFound } from '../api/ask';
import { contentLanguage } from '../events/content-language';

const Feed = graphql(`
  query EventFeed {
    events(filter: { oncePerSeries: true }, first: 50) {
      edges {
        node {
          slug
          title
          summary
          startsAt
          timeZone
          place
          languages
          publishedAt
          updatedAt
        }
      }
    }
  }
`);

/** `/feeds/events.<language>.atom` (RFC 4287) */
export async function loader({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const [, locale = ''] = /^events\.(en|es)\.atom$/.exec(params['file'] ?? '') ?? [];
  if (!isLocale(locale)) throw notFound();
  const { events } = await queryApi(context, Feed, {});
  const { publicUrl, organization } = context;
  const organizationName = organization.name;
  const feedUrl = `${publicUrl}/feeds/events.${locale}.atom`;
  const languageQuery = locale === 'en' ? '' : `?lang=${locale}`;
  const entries = events.edges.map(({ node }) => {
    const url = `${publicUrl}/events/${node.slug}`;
    const eventTime = dayAndTime(locale, new Date(node.startsAt), node.timeZone);
    const language = contentLanguage(node.languages, locale);
    const langAttribute = language === undefined ? '' : ` xml:lang="${escapeXml(language)}"`;
    const text = [eventTime, node.place, node.summary].filter(Boolean).join('. ');
    return [
      `<entry><id>${escapeXml(url)}</id>`,
      // Explicit type: titles are plain text, even if they contain tags.
      `<title type="text"${langAttribute}>${escapeXml(node.title)}</title>`,
      node.publishedAt && `<published>${node.publishedAt}</published>`,
      `<updated>${node.updatedAt}</updated>`,
      `<link rel="alternate" type="text/html" hreflang="${locale}" href="${escapeXml(url + languageQuery)}"/>`,
      `<summary type="text">${escapeXml(text)}</summary></entry>`,
    ]
      .filter(Boolean)
      .join('');
  });
  const updated =
    events.edges
      .map(({ node }) => node.updatedAt)
      .sort()
      .at(-1) ?? new Date(0).toISOString();
  const title = `${organizationName}: ${catalogOf(locale).site.events.title}`;
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}"><id>${escapeXml(feedUrl)}</id><title type="text">${escapeXml(title)}</title><updated>${updated}</updated><author><name>${escapeXml(organizationName)}</name></author><link rel="self" type="application/atom+xml" href="${escapeXml(feedUrl)}"/><link rel="alternate" type="text/html" hreflang="${locale}" href="${escapeXml(`${publicUrl}/events${languageQuery}`)}"/>
${entries.join('\n')}
</feed>
`;
  return new Response(xml, {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'public, max-age=600' },
  });
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 forbids control characters, so they become spaces. */
function escapeXml(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"]/g, (char) => entities[char] ?? '');
}
