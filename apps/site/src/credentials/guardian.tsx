import { catalogOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, orNull } from '../api/ask';
import { sendForm } from '../forms/send-form';
import { shortText } from '../forms/text-rules';
import { Done } from '../frame/done';
import { PersonalPage } from '../frame/personal-page';
import { LinkGone } from '../frame/plain-page';
import { pathOfPage } from '../request/page-path';
import { localeName, localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { signForm } from './credential-forms';
import { Signature } from './credential-task';
import { LegalText } from './legal-text';
import { GuardianWaiverQuery, SignGuardianWaiver } from './queries';

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const answer = await queryApi(context, GuardianWaiverQuery, { token: params['token'] ?? '' }).catch(orNull);
  return data(
    { waiver: answer?.guardianWaiver ?? null, currentPath: pathOfPage(request) },
    { status: answer ? 200 : 404 },
  );
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const words = catalogOf(locale);
  const form = await request.formData();
  const values = signForm.read(form);
  const version = Number(shortText(form, 'version'));
  const input = { token: params['token'] ?? '', ...values, version, locale: localeName(locale) };
  const submittedValues = { form: signForm, values, errors: signForm.errors(values, words) };
  const sent = await sendForm(context, words, submittedValues, () => queryApi(context, SignGuardianWaiver, { input }));
  return sent.isSent ? redirect(pathOfPage(request), 303) : data(sent, sent.status);
}

export default function Guardian() {
  const { words, locale } = usePage();
  const { waiver, currentPath } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = words.site.credentials;
  if (!waiver) return <LinkGone words={t} to="/" label={words.site.notFound.home} />;
  const errors = answer?.errors ?? [];
  const title = locale === 'es' ? waiver.nameEs : waiver.name;
  return (
    <PersonalPage title={title} errors={errors}>
      {waiver.signedAt ? (
        <Done>{t.guardianSigned({ name: waiver.firstName })}</Done>
      ) : (
        <p className="lead">{t.guardianLead({ name: waiver.firstName })}</p>
      )}
      <LegalText text={waiver} label={t.text} />
      {!waiver.signedAt && (
        <form className="panel questions" method="post" action={currentPath} noValidate>
          <input type="hidden" name="version" value={waiver.version} />
          <Signature
            submittedValues={answer?.values ?? {}}
            errors={errors}
            hint={t.guardianHint}
            submit={t.sign}
            action="sign"
          />
        </form>
      )}
    </PersonalPage>
  );
}
