import { createServer, type Server } from 'node:http';

/** Responses by path. A rejected promise is answered with 500. */
export type InsideAnswers = Readonly<Record<string, () => Promise<{ status: number; type: string; text: string }>>>;

/** Opens an HTTP server for operators: GET only, without a proxy or sessions. */
export async function openInsideServer(port: number, host: string, answers: InsideAnswers): Promise<Server> {
  const server = createServer((request, response) => {
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
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}
