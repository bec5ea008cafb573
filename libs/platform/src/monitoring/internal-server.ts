import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { followTlsFiles, tlsFiles, type TlsDependencies } from '../starting/server-tls.js';

/** Responses by path. A rejected promise is answered with 500. */
export type InternalRoutes = Readonly<Record<string, () => Promise<{ status: number; type: string; text: string }>>>;

/** GET only, without a proxy or sessions. Serves TLS if `secured` is set. */
export async function openInternalServer(
  port: number,
  host: string,
  answers: InternalRoutes,
  secured?: TlsDependencies,
): Promise<Server> {
  const answerRequest: RequestListener = (request, response) => {
    const answer = answers[(request.url ?? '').split('?', 1)[0] ?? ''];
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const failed = () => ({ status: 500, type: 'text/plain; charset=utf-8', text: 'It could not be looked at.\n' });
    const nothing = async () => ({ status: 404, type: 'text/plain; charset=utf-8', text: 'There is nothing here.\n' });
    void (answer && isRead ? answer() : nothing()).catch(failed).then(({ status, type, text }) => {
      response.writeHead(status, {
        'content-type': type,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      response.end(request.method === 'HEAD' ? undefined : text);
    });
  };
  const server = serverOf(answerRequest, secured);
  server.headersTimeout = 10_000;
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}

function serverOf(answerRequest: RequestListener, secured: TlsDependencies | undefined): Server {
  const files = secured ? tlsFiles(secured.config) : null;
  if (!secured || !files) return createServer(answerRequest);
  const server = createTlsServer(files, answerRequest);
  server.once('close', followTlsFiles(server, secured.config, secured.logger));
  return server;
}
