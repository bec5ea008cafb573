import { ApiRefusal } from '@upstander/api-client';
import { catalogueOf, refusalText } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, orNull } from '../api/ask';
import { ErrorSummary, type FormError } from '../forms/error-summary';
import { refusalState } from '../forms/refused';
import { shortText } from '../forms/text-rules';
import { Done } from '../frame/done';
import { PageHead } from '../frame/page-head';
import { LinkGone } from '../frame/plain-page';
import { pathOfPage } from '../request/page-path';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { signForm } from './credential-forms';
import { Signature } from './credential-task';
import { LegalText } from './legal-text';
import { GuardianWaiverQuery, SignGuardianWaiver } from './queries';

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const answer = await queryApi(context, GuardianWaiverQuery, { token: params['token'] ?? '' }).catch(orNull);
  return data({ waiver: answer?.guardianWaiver ?? null, here: pathOfPage(request) }, { status: answer ? 200 : 404 });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const words = catalogueOf(locale);
  const form = await request.formData();
  const typed = signForm.read(form);
  const errors: FormError[] = signForm.errors(typed, words);
  if (errors.length > 0) return data({ errors, name: typed.name }, 422);
  const input = {
    token: params['token'] ?? '',
    name: typed.name,
    version: Number(shortText(form, 'version')),
    locale: locale === 'es' ? ('ES' as const) : ('EN' as const),
  };
  try {
    await queryApi(context, SignGuardianWaiver, { input });
  } catch (error) {
    if (error instanceof ApiRefusal && error.code !== 'BAD_INPUT') {
      return data({ errors: [{ text: refusalText(words, error.code) }], name: typed.name }, 422);
    }
    const no = refusalState(error, context, words, { texts: signForm.texts(words), failed: words.site.saveFailed });
    return data({ errors: no.errors, name: typed.name }, no.status);
  }
  return redirect(pathOfPage(request), 303);
}

export default function Guardian() {
  const { words, locale } = usePage();
  const { waiver, here } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = words.site.credentials;
  if (!waiver) return <LinkGone words={t} to="/" label={words.site.notFound.home} />;
  const errors = answer?.errors ?? [];
  const title = locale === 'es' ? waiver.nameEs : waiver.name;
  return (
    <div className="narrow manage">
      <PageHead title={title} errors={errors} personal />
      <ErrorSummary errors={errors} />
      <h1>{title}</h1>
      {waiver.signedAt ? (
        <Done>{t.guardianSigned({ name: waiver.firstName })}</Done>
      ) : (
        <p className="lead">{t.guardianLead({ name: waiver.firstName })}</p>
      )}
      <LegalText text={waiver} label={t.text} />
      {!waiver.signedAt && (
        <form className="panel questions" method="post" action={here} noValidate>
          <input type="hidden" name="version" value={waiver.version} />
          <Signature
            typed={{ name: answer?.name ?? '' }}
            errors={errors}
            hint={t.guardianHint}
            submit={t.sign}
            action="sign"
          />
        </form>
      )}
    </div>
  );
}
