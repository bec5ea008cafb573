import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';

/** Colors of the site, copied because server libraries can't import libs/web-kit. */
const style = `:root{color-scheme:light dark;--page:#fff;--ink:#22271f;--soft:#5a5d52;--green:#1f5c4a;--on:#fff;--line:#e3dccf}
@media (prefers-color-scheme:dark){:root{--page:#1d2320;--ink:#edeae2;--soft:#b3b6ab;--green:#86cdb3;--on:#0c2219;--line:#333b36}}
*{box-sizing:border-box}
body{margin:0;padding:16px;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
h1{margin:0 0 8px;font-size:18px;line-height:1.3}p{margin:0 0 12px}.soft{color:var(--soft)}
progress{display:block;width:100%;height:14px;margin:0 0 8px;accent-color:var(--green)}
a{color:var(--green)}a.button{display:inline-block;padding:10px 18px;border:2px solid var(--green);border-radius:6px;background:var(--green);color:var(--on);font:inherit;font-weight:600;text-decoration:none}
:focus-visible{outline:3px solid var(--green);outline-offset:2px}`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** Returns a minimal HTML page without scripts. `body` is HTML. */
export function minimalPage(page: { locale: 'en' | 'es'; title: string; body: string }): string {
  return `<!doctype html>
<html lang="${page.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(page.title)}</title>
<style>${style}</style>
</head>
<body><main>${page.body}</main></body>
</html>
`;
}

/** Sends a page that other sites may embed. No other page allows this. */
export function sendFramed(reply: FastifyReply, page: string): void {
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'none'; base-uri 'none'; frame-ancestors *`;
  void reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'public, max-age=60')
    .send(page);
}

/** Escapes text for HTML and SVG, in content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
