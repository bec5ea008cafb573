import { ApiRefusal } from '@upstander/api-client';
import { catalogOf, refusalText } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, HeadersArgs, LoaderFunctionArgs } from 'react-router';
import { changeSession } from '../api/ask';
import { EmailField } from '../forms/email-field';
import { Field } from '../forms/field';
import { defineForm } from '../forms/define-form';
import { Puzzle } from '../forms/puzzle';
import { SubmitButton } from '../frame/button';
import { PersonalPage } from '../frame/personal-page';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { SiteContext } from '../request/site-context';
import { clearStoredAddress, readStoredAddress } from './code-for';
import { SignInWithCode } from './queries';
import { returnTo, signInPath } from './return-to';
import { sendCode, type CodeNotSent } from './send-code';

const path = '/sign-in/code';
const appCodePath = '/sign-in/app';

const codeForm = defineForm({}, ({ site }) => site.signIn, {
  email: { kind: 'email', required: true },
  // Allows for pasted codes with extra text.
  code: { required: true, max: 40 },
});

export function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  return {
    email: readStoredAddress(request, context),
    to: returnTo(query.get('to')),
    isResent: query.get('did') === 'again',
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const submittedValues = codeForm.read(form);
  const { email, code } = submittedValues;
  const to = returnTo(form.get('to'));
  if (form.get('do') === 'again') {
    const { sent, errorResponse } = await sendCode(request, context, form);
    if (errorResponse) return errorResponse;
    const currentPath = signInPath(to, path);
    return redirect(`${currentPath}${currentPath.includes('?') ? '&' : '?'}did=again`, { status: 303, headers: sent });
  }
  const errors = codeForm.errors(submittedValues, catalogOf(localeOf(request)));
  if (errors.length > 0) return data<CodeNotSent>({ email, errors, puzzle: null }, 422);
  return enter(request, context, { email, code, to });
}

export const headers = ({ actionHeaders }: HeadersArgs): Headers => actionHeaders;

const secondSteps = { SECOND_STEP_NEEDED: 'second-step', SECOND_STEP_SETUP_NEEDED: 'setup' } as const;

/** The app code is entered in the admin, unless the admin has a separate host. */
function secondStepPath(state: keyof typeof secondSteps, to: string | null, { hasAdminHost }: SiteContext): string {
  return hasAdminHost ? signInPath(to, appCodePath) : `/admin/sign-in?step=${secondSteps[state]}`;
}

async function enter(
  request: Request,
  context: SiteContext,
  submittedValues: { email: string; code: string; to: string | null },
) {
  const words = catalogOf(localeOf(request));
  const { email, code, to } = submittedValues;
  try {
    const { result: answer, headers } = await changeSession(context, SignInWithCode, { email, code });
    headers.append('set-cookie', clearStoredAddress(context.publicUrl));
    const { state } = answer.signInWithCode;
    // The sign-in page redirects signed-in users to their home.
    const next = state === 'SIGNED_IN' ? (to ?? '/sign-in') : secondStepPath(state, to, context);
    return redirect(next, { status: 303, headers });
  } catch (error) {
    const t = words.site.signIn;
    if (!(error instanceof ApiRefusal)) {
      context.report(error);
      return data<CodeNotSent>({ email, errors: [{ text: t.failed }], puzzle: null }, 503);
    }
    const text = error.code === 'SIGN_IN_FAILED' ? t.errors.codeWrong : refusalText(words, error.code);
    const status = error.code === 'TOO_MANY_TRIES' ? 429 : 422;
    return data<CodeNotSent>({ email, errors: [{ field: 'code', text }], puzzle: null }, status);
  }
}

export default function Code() {
  const { words } = usePage();
  const { email: storedEmail, to, isResent } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const t = words.site.signIn;
  const errors = actionData?.errors ?? [];
  const email = actionData?.email ?? storedEmail;
  const field = codeForm.controls({ email }, errors);
  const isAddressAsked = storedEmail === '' || field('email').error !== undefined;
  return (
    <PersonalPage
      title={t.codeTitle}
      errors={errors}
      done={isResent && t.sentAgain}
      lead={isAddressAsked ? t.sentLead : t.sentTo({ email })}
      className="narrow"
    >
      <form className="panel" method="post" action={path} noValidate>
        {/* Enter submits with the first button, which must not be “another code”. */}
        <input type="hidden" name="to" value={to ?? ''} />
        {isAddressAsked ? (
          <EmailField {...field('email')} label={t.email} />
        ) : (
          <input type="hidden" name="email" value={email} />
        )}
        <Field
          {...field('code')}
          label={t.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus={errors.length === 0 && !isAddressAsked}
          required
        />
        <Puzzle />
        <p className="actions">
          <button className="button large">{t.enter}</button>
          <SubmitButton action="again" label={t.again} look="quiet large" id="send" data-proves="" />
        </p>
        <p className="small">
          {t.noCode} <a href={signInPath(to)}>{t.otherAddress}</a>
        </p>
      </form>
    </PersonalPage>
  );
}
