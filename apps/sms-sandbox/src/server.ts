import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Carrier } from './carrier.js';
import { answerPhone } from './phone/pages.js';
import { answerApi } from './requests/api.js';
import { answerRequest, type CarrierRequest, type Outcome } from './requests/http.js';

const tickMs = 200;

export interface CarrierServer {
  url: string;
  close(): Promise<void>;
}

/** Serves the API and the phones. @param ticks false if only `advance` moves texts on */
export async function serve(carrier: Carrier, { port = 0, ticks = true } = {}): Promise<CarrierServer> {
  const server = createServer((request, response) => void answerRequest(handlerOf(carrier), request, response));
  await listen(server, port);
  const timer = ticks ? setInterval(() => tick(carrier), tickMs).unref() : null;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      if (timer) clearInterval(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function handlerOf(carrier: Carrier): (request: CarrierRequest) => Outcome {
  return (request) => {
    if (request.path === '/') return { status: 302, headers: { location: '/dev/phone' }, body: '' };
    return /^\/dev\/phone(?:[/?]|$)/.test(request.path) ? answerPhone(carrier, request) : answerApi(carrier, request);
  };
}

function tick(carrier: Carrier): void {
  carrier.agenda.runDue();
  carrier.callbacks.send();
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
