import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FrontDoor {
  /** What to set as PUBLIC_URL: it is known before the app listens, so that links of ours and of Stripe's lead back. */
  url: string;
  /** From now on what comes to `url` goes on to the app. */
  leadsTo(appUrl: string): void;
  close(): Promise<void>;
}

/** A proxy as it stands before an app in production; a browser comes back to it from a payment page. */
export async function openFrontDoor(): Promise<FrontDoor> {
  let behind = '';
  const server: Server = createServer((incoming, answer) => {
    const onward = request(
      behind + incoming.url,
      { method: incoming.method, headers: incoming.headers },
      (response) => {
        answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
        response.pipe(answer);
      },
    );
    onward.on('error', () => answer.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadsTo(appUrl) {
      behind = appUrl;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
