import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FrontDoor {
  /** Set this as PUBLIC_URL. It's known before the app listens, so links from us and Stripe work. */
  url: string;
  forwardTo(appUrl: string): void;
  close(): Promise<void>;
}

/** Browsers return to this proxy from a payment page, as in production. */
export async function openFrontDoor(): Promise<FrontDoor> {
  let upstreamUrl = '';
  const server: Server = createServer((incomingRequest, clientResponse) => {
    const upstreamRequest = request(
      upstreamUrl + incomingRequest.url,
      { method: incomingRequest.method, headers: incomingRequest.headers },
      (response) => {
        clientResponse.writeHead(response.statusCode ?? 502, response.rawHeaders);
        response.pipe(clientResponse);
      },
    );
    upstreamRequest.on('error', () => clientResponse.destroy());
    incomingRequest.pipe(upstreamRequest);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    forwardTo(appUrl) {
      upstreamUrl = appUrl;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
