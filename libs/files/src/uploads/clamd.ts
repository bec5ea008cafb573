import { connect, type Socket } from 'node:net';
import { parsedUrl } from '@upstander/platform';

/** Chunk size, below the 64 KB that clamd reads into memory at a time. */
const chunkBytes = 60_000;
/** Timeout in milliseconds. A 50 MB file is scanned well within it. */
const patience = 30_000;

/** Client for a ClamAV daemon (protocol in clamd(8)). */
export class Clamd {
  constructor(private readonly url: string) {}

  /** Returns the name of the malware in these bytes, or null. @throws Error if clamd can't scan them */
  async scan(bytes: Buffer): Promise<string | null> {
    const answer = await this.ask((socket) => {
      socket.write('zINSTREAM\0');
      for (let at = 0; at < bytes.length; at += chunkBytes) {
        const chunk = bytes.subarray(at, at + chunkBytes);
        socket.write(length(chunk.length));
        socket.write(chunk);
      }
      socket.write(length(0));
    });
    if (answer === 'stream: OK') return null;
    const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
    if (found === undefined) throw new Error(`clamd: ${answer}`);
    return found;
  }

  /** @throws Error if clamd doesn't answer */
  async ping(): Promise<void> {
    const answer = await this.ask((socket) => socket.write('zPING\0'));
    if (answer !== 'PONG') throw new Error(`clamd: ${answer}`);
  }

  private ask(send: (socket: Socket) => unknown): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(addressOf(this.url), () => send(socket));
      let answer = '';
      socket.setTimeout(patience, () => socket.destroy(new Error('clamd: no answer')));
      socket.setEncoding('utf8');
      socket.on('data', (text: string) => (answer += text));
      socket.on('error', reject);
      // If a file exceeds its limit, clamd sends the reason and closes the connection while we are still writing.
      socket.on('close', () => {
        if (answer === '') reject(new Error('clamd: no answer'));
        else resolve(answer.replace(/\0.*$/s, '').trim());
      });
    });
  }
}

function length(bytes: number): Buffer {
  const written = Buffer.alloc(4);
  written.writeUInt32BE(bytes);
  return written;
}

function addressOf(text: string): { path: string } | { host: string; port: number } {
  const url = parsedUrl(text);
  if (url?.protocol === 'unix:') return { path: decodeURIComponent(url.pathname) };
  return { host: url?.hostname.replace(/^\[(.+)\]$/, '$1') ?? '', port: Number(url?.port || 3310) };
}
