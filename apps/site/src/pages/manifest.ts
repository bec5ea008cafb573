import { catalogOf } from '@upstander/web-kit';
import type { LoaderFunctionArgs } from 'react-router';
import { localeOf } from '../request/locale';

const icon = (src: string, sizes: string, purpose?: 'maskable') => ({
  src,
  sizes,
  type: 'image/png',
  ...(purpose && { purpose }),
});

/** Home screens truncate longer names; Chrome recommends 12 characters. */
const longestShortName = 12;

/** The added site opens in the browser like any page. */
export function loader({ request, context }: LoaderFunctionArgs): Response {
  const { name, actionColor } = context.organization;
  const locale = localeOf(request);
  const manifest = {
    id: '/',
    name,
    short_name: shortName(name),
    description: catalogOf(locale).site.events.lead,
    lang: locale,
    start_url: '/',
    scope: '/',
    display: 'browser',
    background_color: '#fbf8f3',
    theme_color: actionColor ?? '#1f5c4a',
    icons: [
      icon('/icon-192.png', '192x192'),
      icon('/icon-512.png', '512x512'),
      icon('/icon-maskable-512.png', '512x512', 'maskable'),
    ],
  };
  return Response.json(manifest, {
    headers: {
      'content-type': 'application/manifest+json',
      'cache-control': 'public, max-age=3600',
      vary: 'accept-language, cookie',
    },
  });
}

/** Short names stay, names of several words become initials, others are cut. */
export function shortName(name: string): string {
  if (name.length <= longestShortName) return name;
  const initials = name.match(/(?<!\p{L})\p{Lu}/gu)?.join('') ?? '';
  return initials.length > 1 && initials.length <= longestShortName ? initials : name.slice(0, longestShortName).trim();
}
