import type { LoaderFunctionArgs } from 'react-router';

/**
 * Personal pages and forms. The list of opportunities is not included, because search engines must be able to read its
 * noindex. (A `*` in the middle follows RFC 9309 2.2.3.)
 */
const disallowedPaths = [
  '/s/',
  '/thanks/',
  '/giving/',
  '/recurring-gift/',
  '/fundraiser/',
  '/page/',
  '/news/',
  '/messages/',
  '/registration/',
  '/registration-messages/',
  '/notifications/',
  '/business/',
  '/opportunities/*/apply',
  '/reply',
  '/admin',
  '/leave',
];

export function loader({ context }: LoaderFunctionArgs): Response {
  const lines = ['User-agent: *', ...disallowedPaths.map((path) => `Disallow: ${path}`)];
  return new Response(`${lines.join('\n')}\n\nSitemap: ${context.publicUrl}/sitemap.xml\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
