import { request as httpRequest } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { openedBy } from '../../support/follow-link.js';

export interface Weighed {
  /** The page, its stylesheet and its scripts as they come over the wire, in bytes. */
  bytes: number;
  html: string;
  /** Addresses of the stylesheets and scripts; text blocks for search engines are no scripts. */
  sheets: string[];
  scripts: string[];
}

/** Everything a browser must load before a page of the site is whole. */
export async function weigh(siteUrl: string, path: string, cookie?: string): Promise<Weighed> {
  const first = await fetch(siteUrl + path, { redirect: 'manual', headers: { ...(cookie && { cookie }) } });
  const { url, cookie: given } = openedBy(first, siteUrl) ?? { url: siteUrl + path, cookie };
  const { body, encoding } = await get(url, given);
  if (encoding !== 'br') throw new Error(`${path} came as ${encoding}.`);
  const html = brotliDecompressSync(body).toString('utf8');
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href);
  const scripts = [...html.matchAll(/<script(?! type="application\/ld\+json")([^>]*)>/g)].map(
    ([whole, attributes = '']) => /src="([^"]+)"/.exec(attributes)?.[1] ?? whole,
  );
  let bytes = body.length;
  for (const file of [...sheets, ...scripts]) bytes += (await get(siteUrl + file)).body.length;
  return { bytes, html, sheets, scripts };
}

/** A GET as a browser sends it, answered as it comes over the wire. */
function get(url: string, cookie?: string): Promise<{ body: Buffer; encoding: string | undefined }> {
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
