import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { ask } from '../../api/ask';
import { ErrorSummary } from '../../forms/error-summary';
import { EmailField } from '../../forms/email-field';
import { shortText } from '../../forms/typed';
import { PageHead } from '../../frame/page-head';
import { usePage } from '../../request/page-context';
import { keepAddress } from './code-for';
import { WhoAmI } from './queries';
import { returnTo, signInPath } from './return-to';
import { sendCode } from './send-code';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const to = returnTo(new URL(request.url).searchParams.get('to'));
  const { me } = await ask(context, WhoAmI, {});
  if (me) throw redirect(to, 303);
  return { to };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const email = shortText(form, 'email');
  const wrong = await sendCode(request, context, email);
  if (wrong) return data({ email, errors: wrong.errors }, wrong.status);
  const headers = { 'set-cookie': keepAddress(email, context.publicUrl) };
  return redirect(signInPath(returnTo(form.get('to')), '/business/sign-in/code'), { status: 303, headers });
}

/** The first half of signing in: where to send the code. */
export default function SignIn() {
  const { words } = usePage();
  const { to } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = words.site.business.signIn;
  const errors = answer?.errors ?? [];
  return (
    <div className="narrow">
      <PageHead title={t.title} errors={errors} personal />
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <form className="panel" method="post" action="/business/sign-in" noValidate>
        <input type="hidden" name="to" value={to} />
        <EmailField
          id="email"
          label={t.email}
          hint={t.emailHint}
          defaultValue={answer?.email}
          error={errors.find(({ field }) => field === 'email')?.text}
        />
        <button className="button large" type="submit">
          {t.send}
        </button>
      </form>
    </div>
  );
}
