import { pipeline } from 'node:stream/promises';
import { headers, url } from './ask.ts';

/** Exports the gifts between two dates as CSV: `export-gifts.ts 2026-01-01 2026-12-31 > gifts.csv`. Streams the file. */
const [from = '', to = ''] = process.argv.slice(2);
const response = await fetch(`${url}/exports/gifts.csv?${new URLSearchParams({ from, to, bom: '0' })}`, { headers });
if (!response.ok || !response.body) throw new Error(`${response.status}: ${await response.text()}`);
await pipeline(response.body, process.stdout);
