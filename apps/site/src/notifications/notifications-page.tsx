import { ApiRefusal } from '@upstander/api-client';
import { catalogOf, refusalText } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { orNull, queryApi } from '../api/ask';
import type { FormError } from '../forms/error-summary';
import { PersonalPage } from '../frame/personal-page';
import { LinkGone } from '../frame/plain-page';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { pathOfPage } from '../request/page-path';
import { signInPath } from '../sign-in/return-to';
import { PreferenceForm, readPreferences } from './preference-form';
import { SmsByLink } from './sms-by-link';
import { MyNotifications, UpdateMyNotifications, UpdateMySms, type Topic } from './queries';

/** Opening the page changes nothing, because mail scanners follow links. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const answer = await queryApi(context, MyNotifications, { token: params['token'] ?? '' }).catch(orNull);
  const page = {
    notifications: answer?.notificationPreferences ?? null,
    did: new URL(request.url).searchParams.get('did'),
    currentPath: pathOfPage(request),
  };
  return data(page, { status: page.notifications ? 200 : 404 });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const words = catalogOf(localeOf(request));
  const form = await request.formData();
  const isOneClick = form.has('List-Unsubscribe');
  const preferences = isOneClick ? unsubscribed(request) : readPreferences(form);
  const token = params['token'] ?? '';
  try {
    if (form.get('do') === 'stop') {
      await queryApi(context, UpdateMySms, { input: { token, channel: 'EMAIL' } });
      return redirect(`${pathOfPage(request)}?did=stop`, 303);
    }
    await queryApi(context, UpdateMyNotifications, { input: { token, preferences } });
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    return data({ errors: [{ text: refusalText(words, error.code) }] }, 422);
  }
  // One-click unsubscribe (RFC 8058) expects a plain response, not a redirect.
  return isOneClick ? data({ errors: [] }, 200) : redirect(`${pathOfPage(request)}?did=save`, 303);
}

/** The address of the mailbox's button names the topics of the email. */
function unsubscribed(request: Request) {
  const topics = (new URL(request.url).searchParams.get('topics') ?? '').split(',').filter((topic) => topic !== '');
  return topics.map((topic) => ({ topic: topic.toUpperCase() as Topic, frequency: 'NEVER' as const }));
}

export default function NotificationsPage() {
  const { words } = usePage();
  const { notifications, did, currentPath } = useLoaderData<typeof loader>();
  const errors: FormError[] = useActionData<{ errors: FormError[] }>()?.errors ?? [];
  const t = words.site.notifications;
  if (!notifications) return <LinkGone words={t} to={signInPath('/account/notifications')} label={t.signIn} />;
  return (
    <PersonalPage title={t.title} errors={errors} lead={t.lead}>
      <p>{t.forWhom({ email: notifications.recipientMasked })}</p>
      <PreferenceForm preferences={notifications.preferences} isSaved={did === 'save'} path={currentPath} />
      <SmsByLink sms={notifications.sms} hasStopped={did === 'stop'} path={currentPath} />
    </PersonalPage>
  );
}
