import type { Pool } from 'pg';
import { CopyStream } from './copy-stream.js';

function aPool(): { pool: Pool; connection: { query: () => void; stream: { pause(): void; resume(): void } } } {
  const connection = { query: () => undefined, stream: { pause: () => undefined, resume: () => undefined } };
  const client = {
    query: async (asked: CopyStream | string) => void (typeof asked !== 'string' && asked.submit(connection)),
    release: () => undefined,
  };
  return { pool: { connect: async () => client } as unknown as Pool, connection };
}

// pg reuses its buffer for the following rows, so rows that wait for a slow reader must be copies.
test('keeps a buffered row unchanged when later rows arrive', async () => {
  const { pool, connection } = aPool();
  const file = new CopyStream(pool, 'COPY …', { seconds: 60, bom: false });
  await new Promise(setImmediate);
  const buffer = Buffer.alloc(10);
  for (const row of ['ana,50.00\n', 'bea,20.00\n']) {
    buffer.write(row);
    file.handleCopyData({ chunk: buffer.subarray(0, row.length) }, connection);
  }
  file.handleReadyForQuery();
  expect((await file.toArray()).join('')).toBe('ana,50.00\r\nbea,20.00\r\n');
});
