import { graphql } from '@upstander/api-client';
import { catalogOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { endedForm, queryMe, withSession } from '../businesses/signed-in';
import { SignedOutMeanwhile } from '../businesses/signed-out-meanwhile';
import type { FormError } from '../forms/error-summary';
import { pressButton } from '../forms/send-form';
import { PersonalPage } from '../frame/personal-page';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { PreferenceForm, readPreferences } from './preference-form';
import { isSmsAction, sendSmsForm } from './sms-form';
import { SmsSection } from './sms-section';
import { MyNotifications, UpdateMyNotifications } from './queries';

const Me = graphql(`
  query MyNotificationsAccount {
    me {
      email
    }
  }
`);

export async function loader(args: LoaderFunctionArgs) {
  const answer = await queryMe(args, Me, {});
  if (!answer) return null;
  const { notificationPreferences } = await queryApi(args.context, MyNotifications, { token: null });
  const did = new URL(args.request.url).searchParams.get('did');
  const { preferences, sms } = notificationPreferences;
  return { email: answer.me.email, preferences, sms, isSaved: did === 'save', did: isSmsAction(did) ? did : null };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const words = catalogOf(localeOf(request));
  const form = await request.formData();
  return withSession(context, form, async () => {
    await queryApi(context, Me, {});
    const pressed = form.get('do');
    if (isSmsAction(pressed)) {
      const sent = await sendSmsForm(context, words, request, form);
      return sent.isSent ? redirect(`/account/notifications?did=${pressed}`, 303) : data(sent, sent.status);
    }
    const input = { preferences: readPreferences(form) };
    const sent = await pressButton(context, words, () => queryApi(context, UpdateMyNotifications, { input }));
    return sent.isSent ? redirect('/account/notifications?did=save', 303) : data(sent, sent.status);
  });
}

export default function MyNotificationsPage() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!loaded) return <SignedOutMeanwhile fields={endedForm(answer)} />;
  const t = words.site.notifications;
  const errors: FormError[] = answer && 'errors' in answer ? answer.errors : [];
  return (
    <PersonalPage
      title={t.title}
      errors={errors}
      back={{ to: '/account', label: words.site.account.title }}
      lead={t.lead}
    >
      <p>{t.forWhom({ email: loaded.email })}</p>
      <PreferenceForm preferences={loaded.preferences} isSaved={loaded.isSaved} path="/account/notifications" />
      <SmsSection
        sms={loaded.sms}
        values={answer && 'values' in answer ? answer.values : null}
        errors={errors}
        did={errors.length > 0 ? null : loaded.did}
        path="/account/notifications"
      />
    </PersonalPage>
  );
}
