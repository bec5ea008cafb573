import { ApiRefusal } from '@upstander/api-client';
import { catalogOf, refusalText } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, HeadersArgs, LoaderFunctionArgs } from 'react-router';
import { changeSession } from '../api/ask';
import { Field } from '../forms/field';
import { defineForm } from '../forms/define-form';
import { PersonalPage } from '../frame/personal-page';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { VerifySecondStep } from './queries';
import { returnTo, signInPath } from './return-to';

const path = '/sign-in/app';

const appCodeForm = defineForm({}, ({ site }) => site.signIn, {
  code: { required: true, max: 40, missing: ({ site }) => site.signIn.errors.appCodeMissing },
});

/** Codes that mean there is no half-finished sign-in in this browser, or not for long enough. */
const startAgain: ReadonlySet<string> = new Set(['NOT_HALFWAY', 'NOT_SIGNED_IN']);

export function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  return { to: returnTo(query.get('to')), usesRecoveryCode: query.has('recovery') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const submittedValues = appCodeForm.read(form);
  const to = returnTo(form.get('to'));
  const words = catalogOf(localeOf(request));
  const errors = appCodeForm.errors(submittedValues, words);
  if (errors.length > 0) return data({ errors }, 422);
  try {
    const code = submittedValues.code.replace(/\s/g, '');
    const { headers } = await changeSession(context, VerifySecondStep, { code });
    return redirect(to ?? '/sign-in', { status: 303, headers });
  } catch (error) {
    if (!(error instanceof ApiRefusal)) {
      context.report(error);
      return data({ errors: [{ text: words.site.signIn.failed }] }, 503);
    }
    if (startAgain.has(error.code)) return redirect(signInPath(to), 303);
    const status = error.code === 'TOO_MANY_TRIES' ? 429 : 422;
    return data({ errors: [{ field: 'code', text: refusalText(words, error.code) }] }, status);
  }
}

export const headers = ({ actionHeaders }: HeadersArgs): Headers => actionHeaders;

export default function AppCode() {
  const { words } = usePage();
  const { to, usesRecoveryCode } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? [];
  const t = words.site.signIn;
  const title = usesRecoveryCode ? t.recoveryTitle : t.appTitle;
  const field = appCodeForm.controls({}, errors);
  return (
    <PersonalPage title={title} errors={errors} lead={usesRecoveryCode ? t.recoveryLead : t.appLead} className="narrow">
      <form className="panel" method="post" action={path} noValidate>
        <input type="hidden" name="to" value={to ?? ''} />
        <Field
          {...field('code')}
          label={usesRecoveryCode ? t.recoveryCode : t.appCode}
          inputMode={usesRecoveryCode ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          autoFocus={errors.length === 0}
          required
        />
        <p className="actions">
          <button className="button large">{t.enter}</button>
        </p>
        <p className="small">
          <a
            href={
              usesRecoveryCode ? signInPath(to, path) : `${path}?recovery${to ? `&to=${encodeURIComponent(to)}` : ''}`
            }
          >
            {usesRecoveryCode ? t.appInstead : t.recoveryInstead}
          </a>
        </p>
        <p className="small">
          <a href={signInPath(to)}>{t.startAgain}</a>
        </p>
      </form>
    </PersonalPage>
  );
}
