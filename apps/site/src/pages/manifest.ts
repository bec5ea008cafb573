import type { LoaderFunctionArgs } from 'react-router';

const icon = (src: string, sizes: string) => ({ src, sizes, type: 'image/png' });

/** For whoever puts the site on the first screen of a phone: its name and its picture. It opens as any page does. */
export function loader({ context }: LoaderFunctionArgs): Response {
  const manifest = {
    name: context.organisationName,
    start_url: '/',
    display: 'browser',
    background_color: '#fbf8f3',
    theme_color: '#1f5c4a',
    icons: [icon('/icon-192.png', '192x192'), icon('/icon-512.png', '512x512')],
  };
  return Response.json(manifest, {
    headers: { 'content-type': 'application/manifest+json', 'cache-control': 'public, max-age=3600' },
  });
}
