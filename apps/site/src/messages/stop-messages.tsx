import { ApiRefusal, graphql } from '@upstander/api-client';
import { catalogueOf, refusalText } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { ask } from '../api/ask';
import { ErrorSummary } from '../forms/error-summary';
import { Done } from '../frame/done';
import { PageHead } from '../frame/page-head';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';

const StopMessages = graphql(`
  mutation StopVolunteerMessages($token: String!) {
    stopVolunteerMessages(token: $token) {
      ok
    }
  }
`);

/** Where “stop these mails” in a mail leads: opening it changes nothing, because mail scanners follow links. */
export function loader({ params, request }: LoaderFunctionArgs) {
  const stopped = new URL(request.url).searchParams.get('did') === 'stop';
  return { stopped, here: `/messages/${encodeURIComponent(params['token'] ?? '')}` };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params['token'] ?? '';
  const words = catalogueOf(localeOf(request));
  const form = await request.formData();
  try {
    await ask(context, StopMessages, { token });
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    return data({ errors: [{ text: refusalText(words, error.code) }] }, 422);
  }
  // A mailbox's own button (RFC 8058) wants a plain answer, not a page to go to.
  if (form.has('List-Unsubscribe')) return data({ errors: [] }, 200);
  return redirect(`/messages/${encodeURIComponent(token)}?did=stop`, 303);
}

export default function StopMessagesPage() {
  const { words } = usePage();
  const { stopped, here } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = words.site.messages;
  const title = stopped ? t.stoppedTitle : t.stopTitle;
  return (
    <div className="narrow plain">
      <PageHead title={title} personal />
      <ErrorSummary errors={answer?.errors ?? []} />
      <h1>{title}</h1>
      {stopped ? (
        <Done>{t.stopped}</Done>
      ) : (
        <>
          <p className="lead">{t.stopText}</p>
          <form method="post" action={here}>
            <button className="button large" name="do" value="stop">
              {t.stopYes}
            </button>
          </form>
        </>
      )}
    </div>
  );
}
