import { request as httpRequest } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { readRedirect } from '../../support/follow-link.js';

export interface PageWeight {
  bytes: number;
  html: string;
  /** URLs of style sheets and scripts. JSON data blocks don't count as scripts. */
  sheets: string[];
  scripts: string[];
}

export async function measurePage(siteUrl: string, path: string, cookie?: string): Promise<PageWeight> {
  const first = await fetch(siteUrl + path, { redirect: 'manual', headers: { ...(cookie && { cookie }) } });
  const { url, cookie: sessionCookie } = readRedirect(first, siteUrl) ?? { url: siteUrl + path, cookie };
  const { body, encoding } = await fetchPage(url, sessionCookie);
  if (encoding !== 'br') throw new Error(`${path} came as ${encoding}.`);
  const html = brotliDecompressSync(body).toString('utf8');
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href);
  const scripts = [...html.matchAll(/<script(?! type="application\/ld\+json")([^>]*)>/g)].map(
    ([tag, attributes = '']) => /src="([^"]+)"/.exec(attributes)?.[1] ?? tag,
  );
  let bytes = body.length;
  for (const file of [...sheets, ...scripts]) bytes += (await fetchPage(siteUrl + file)).body.length;
  return { bytes, html, sheets, scripts };
}

function fetchPage(url: string, cookie?: string): Promise<{ body: Buffer; encoding: string | undefined }> {
  return new Promise((resolve, reject) => {
    httpRequest(url, { headers: { 'accept-encoding': 'gzip, deflate, br', ...(cookie && { cookie }) } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ body: Buffer.concat(chunks), encoding: response.headers['content-encoding'] }),
      );
      response.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}
