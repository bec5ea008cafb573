import { connect } from 'node:net';

export interface RawAnswer {
  /** 0 if the connection was closed without an answer. */
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Returns the bytes received until the peer closed or went silent. */
export function rawRequest(port: number, bytes: string | Buffer, { patience = 10_000 } = {}): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(bytes));
    const done = () => {
      socket.destroy();
      resolve(parseResponse(Buffer.concat(chunks).toString('latin1')));
    };
    socket.setTimeout(patience, done);
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (isComplete(Buffer.concat(chunks).toString('latin1'))) done();
    });
    socket.on('close', done);
    socket.on('error', () => undefined);
  });
}

export function lines(first: string, ...headers: string[]): string {
  return [first, ...headers, 'Connection: close', '', ''].join('\r\n');
}

function parseResponse(text: string): RawAnswer {
  const [headText = '', ...bodyParts] = text.split('\r\n\r\n');
  const [first = '', ...fields] = headText.split('\r\n');
  const headers: Record<string, string> = {};
  for (const field of fields) {
    const at = field.indexOf(':');
    const name = field.slice(0, at).toLowerCase();
    const value = field.slice(at + 1).trim();
    headers[name] = name in headers ? `${headers[name]}\n${value}` : value;
  }
  return { status: Number(/^HTTP\/1\.\d (\d{3})/.exec(first)?.[1] ?? 0), headers, body: bodyParts.join('\r\n\r\n') };
}

function isComplete(text: string): boolean {
  const { headers, body } = parseResponse(text);
  const length = headers['content-length'];
  return text.includes('\r\n\r\n') && length !== undefined && body.length >= Number(length);
}
