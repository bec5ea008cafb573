import { renderToStaticMarkup } from 'react-dom/server';
import { ServerRouter, type AppLoadContext, type EntryContext } from 'react-router';
import { compress } from './request/compress';
import { localeCookie, localeOf } from './request/locale';
import { pageFacts, PageProvider } from './request/page-context';

/** Renders a page to plain HTML: nothing hydrates it, so it carries none of React's marks. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const locale = localeOf(request);
  const markup = renderToStaticMarkup(
    <PageProvider facts={pageFacts(request, locale, context)}>
      <ServerRouter context={entry} url={request.url} />
    </PageProvider>,
  );
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set('content-language', locale);
  headers.append('vary', 'accept-encoding, accept-language, cookie');
  const cookie = localeCookie(request);
  if (cookie) headers.append('set-cookie', cookie);
  const body = await compress(`<!DOCTYPE html>${markup}`, request.headers.get('accept-encoding'), headers);
  return new Response(body, { status, headers });
}

/** Faults go to the log with the id the visitor sees; a visitor who left is no fault. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (!request.signal.aborted) context.report(error);
}
