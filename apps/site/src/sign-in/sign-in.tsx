import { redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, HeadersArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { EmailField } from '../forms/email-field';
import { Puzzle } from '../forms/puzzle';
import { SubmitButton } from '../frame/button';
import { PersonalPage } from '../frame/personal-page';
import { usePage } from '../request/page-context';
import { siteHomePath } from './home-path';
import { SignedInAccount } from './queries';
import { returnTo, signInPath } from './return-to';
import { sendCode } from './send-code';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const to = returnTo(query.get('to'));
  const { me } = await queryApi(context, SignedInAccount, {});
  if (me) throw redirect(to ?? siteHomePath(me, context), 303);
  return { to, completedAction: query.get('did') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const { sent, errorResponse } = await sendCode(request, context, form);
  if (errorResponse) return errorResponse;
  return redirect(signInPath(returnTo(form.get('to')), '/sign-in/code'), { status: 303, headers: sent });
}

export const headers = ({ actionHeaders }: HeadersArgs): Headers => actionHeaders;

export default function SignIn() {
  const { words } = usePage();
  const { to, completedAction } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const t = words.site.signIn;
  const errors = actionData?.errors ?? [];
  const confirmations: Partial<Record<string, string>> = {
    'signed-out': t.signedOut,
    everywhere: t.signedOutEverywhere,
    again: t.signInAgain,
  };
  return (
    <PersonalPage
      title={t.title}
      errors={errors}
      done={confirmations[completedAction ?? '']}
      heading={null}
      className="narrow"
    >
      {errors.length === 0 && completedAction === 'prove' && <p className="note amber">{t.proveAgain}</p>}
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <form className="panel" method="post" action="/sign-in" noValidate>
        <input type="hidden" name="to" value={to ?? ''} />
        <EmailField
          id="email"
          label={t.email}
          defaultValue={actionData?.email}
          error={errors.find(({ field }) => field === 'email')?.text}
        />
        <Puzzle />
        <SubmitButton label={t.send} look="large" id="send" data-proves="" />
      </form>
      <p className="small">
        <a href="/admin/sign-in">{t.password}</a>
      </p>
    </PersonalPage>
  );
}
