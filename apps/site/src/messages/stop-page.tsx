import { ApiRefusal } from '@upstander/api-client';
import { catalogOf, refusalText } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { ErrorSummary, type FormError } from '../forms/error-summary';
import { SubmitButton } from '../frame/button';
import { Done } from '../frame/done';
import { PageHead } from '../frame/page-head';
import { pathOfPage } from '../request/page-path';
import { localeOf } from '../request/locale';
import type { SiteContext } from '../request/site-context';

/** Opening the page changes nothing, because mail scanners follow links. */
export function stopLoader({ request }: LoaderFunctionArgs) {
  return { stoppedText: new URL(request.url).searchParams.get('did') === 'stop', currentPath: pathOfPage(request) };
}

/** `stop` calls the API with the link's token. */
export function stopAction(stopMessages: (context: SiteContext, token: string) => Promise<unknown>) {
  return async ({ params, request, context }: ActionFunctionArgs) => {
    const words = catalogOf(localeOf(request));
    const form = await request.formData();
    try {
      await stopMessages(context, params['token'] ?? '');
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      return data({ errors: [{ text: refusalText(words, error.code) }] }, 422);
    }
    // One-click unsubscribe (RFC 8058) expects a plain response, not a redirect.
    if (form.has('List-Unsubscribe')) return data({ errors: [] }, 200);
    return redirect(`${pathOfPage(request)}?did=stop`, 303);
  };
}

interface StopPageProps {
  title: string;
  stoppedTitle: string;
  text: string;
  confirmLabel: string;
  stoppedText: string;
}

export function StopPage({ title, stoppedTitle, text, confirmLabel, stoppedText }: StopPageProps) {
  const loaded = useLoaderData<typeof stopLoader>();
  const actionData = useActionData<{ errors: FormError[] }>();
  const heading = loaded.stoppedText ? stoppedTitle : title;
  return (
    <div className="narrow plain">
      <PageHead title={heading} isPersonal />
      <ErrorSummary errors={actionData?.errors ?? []} />
      <h1>{heading}</h1>
      {loaded.stoppedText ? (
        <Done>{stoppedText}</Done>
      ) : (
        <>
          <p className="lead">{text}</p>
          <form method="post" action={loaded.currentPath}>
            <SubmitButton action="stop" label={confirmLabel} look="large" />
          </form>
        </>
      )}
    </div>
  );
}
