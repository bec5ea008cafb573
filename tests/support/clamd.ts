import { createServer, type AddressInfo, type Server } from 'node:net';

/** The EICAR test file, a harmless file that every scanner reports. */
export const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

export interface PretendClamd {
  url: string;
  /** Number of bytes received. */
  scanned: number;
  /** Replaces the answer for every file, for example "too large". */
  says?: string | undefined;
  close(): Promise<void>;
}

/** Starts a server with the protocol of clamd(8) that finds only the EICAR test file. */
export async function startClamd(): Promise<PretendClamd> {
  const server: Server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes]);
      if (received.equals(Buffer.from('zPING\0'))) return void socket.end('PONG\0');
      const file = streamContent(received);
      if (file === null) return;
      clamd.scanned += file.length;
      const reply = file.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
      socket.end(`${clamd.says ?? reply}\0`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const clamd: PretendClamd = {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    scanned: 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return clamd;
}

/** Returns the file of a complete stream, or null before its end. */
function streamContent(received: Buffer): Buffer | null {
  let at = 'zINSTREAM\0'.length;
  const chunks: Buffer[] = [];
  while (received.length >= at + 4) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
