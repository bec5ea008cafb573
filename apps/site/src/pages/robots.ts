import type { LoaderFunctionArgs } from 'react-router';

/**
 * Personal pages, and forms that are nobody's to keep. The list of offers is not among them: a search engine must read
 * there that it may not keep it. (A `*` in the middle is RFC 9309 2.2.3.)
 */
const closed = [
  '/s/',
  '/thanks/',
  '/giving/',
  '/recurring-gift/',
  '/fundraiser/',
  '/page/',
  '/news/',
  '/messages/',
  '/business/',
  '/opportunities/*/apply',
  '/reply',
  '/admin',
  '/leave',
];

export function loader({ context }: LoaderFunctionArgs): Response {
  const lines = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`)];
  return new Response(`${lines.join('\n')}\n\nSitemap: ${context.publicUrl}/sitemap.xml\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
