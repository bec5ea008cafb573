import { catalogOf, limits, models } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, orNull } from '../api/ask';
import { Field } from '../forms/field';
import { defineForm } from '../forms/define-form';
import { sendForm } from '../forms/send-form';
import { Tick } from '../forms/tick';
import { ButtonLink, SubmitButton } from '../frame/button';
import { PersonalPage } from '../frame/personal-page';
import { LinkGone, PlainPage } from '../frame/plain-page';
import { calendarDay } from '../money/money-format';
import { pathOfPage } from '../request/page-path';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { AgreeToPhoto, MyPhotoConsent, WithdrawMyPhotoConsent } from './queries';

const consentForm = defineForm(models.AgreeToPhotoInput, ({ site }) => site.photos, {
  name: { max: limits.PhotoConsent.signedName, wrong: ({ site }) => site.photos.nameMissing },
});

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const token = params['token'] ?? '';
  const did = new URL(request.url).searchParams.get('did');
  const consent = (await queryApi(context, MyPhotoConsent, { token }).catch(orNull))?.myPhotoConsent ?? null;
  const isForgotten = consent === null && did === 'forgotten';
  const handle = decodeURIComponent(new URL(request.url).pathname.split('/')[2] ?? '');
  const page = { consent, did, isForgotten, currentPath: pathOfPage(request), picture: `/asked-photos/${handle}.webp` };
  return data(page, { status: consent || isForgotten ? 200 : 404 });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params['token'] ?? '';
  const words = catalogOf(localeOf(request));
  const form = await request.formData();
  const values = consentForm.read(form);
  const isAgreed = form.get('do') === 'agree';
  const forget = form.get('forget') === '1';
  const submittedValues = { form: consentForm, values, errors: isAgreed ? consentForm.errors(values, words) : [] };
  const sent = await sendForm<typeof values, unknown>(context, words, submittedValues, () =>
    isAgreed
      ? queryApi(context, AgreeToPhoto, { input: { token, ...consentForm.input(values) } })
      : queryApi(context, WithdrawMyPhotoConsent, { input: { token, forget } }),
  );
  const did = isAgreed ? 'agreed' : forget ? 'forgotten' : 'withdrawn';
  return sent.isSent ? redirect(`${pathOfPage(request)}?did=${did}`, 303) : data(sent, sent.status);
}

/** Works without a script or an account. */
export default function PhotoConsent() {
  const { words, locale, organizationName } = usePage();
  const { consent, did, isForgotten, currentPath, picture } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = words.site.photos;
  if (isForgotten)
    return (
      <PlainPage icon="check" title={t.forgottenTitle} text={t.forgottenText}>
        <p className="actions">
          <ButtonLink to="/" label={words.site.notFound.home} look="quiet" />
        </p>
      </PlainPage>
    );
  if (!consent) return <LinkGone words={t} to="/contact" label={words.site.contact.title} />;
  const errors = answer?.errors ?? [];
  const field = consentForm.controls(answer?.values ?? { name: consent.name }, errors);
  const until = calendarDay(locale, consent.endsOn);
  const open = consent.agreedAt === null && consent.withdrawnAt === null && !consent.isExpired;
  const purposes = [t.forSite, consent.forSharing && t.forSharing, consent.forPrint && t.forPrint].filter(
    (purpose) => purpose !== false,
  );
  return (
    <PersonalPage
      title={t.title}
      errors={errors}
      done={did !== null && (did === 'agreed' ? t.agreedDone : t.withdrawnDone)}
    >
      <p className="lead">
        {consent.withdrawnAt !== null
          ? t.isWithdrawn
          : consent.isExpired
            ? t.isExpired({ until })
            : t.asks({ organization: organizationName })}
      </p>
      <figure className="photo">
        <img src={picture} alt={locale === 'es' ? consent.altEs : consent.altEn} />
      </figure>
      <h2>{t.what}</h2>
      <ul>
        {purposes.map((purpose) => (
          <li key={purpose}>{purpose}</li>
        ))}
        <li>{t.until({ until })}</li>
      </ul>
      {open && (
        <form className="questions" method="post" action={currentPath}>
          <p>{t.free}</p>
          <Field label={t.name} hint={t.nameHint} autoComplete="name" {...field('name')} />
          <p className="actions">
            <SubmitButton action="agree" label={t.agree} look="large" />
            <SubmitButton action="no" label={t.no} look="quiet large" />
          </p>
        </form>
      )}
      {consent.agreedAt !== null && consent.withdrawnAt === null && (
        <p>{t.isAgreed({ name: consent.signedName ?? consent.name })}</p>
      )}
      {!open && (
        <details className="panel" open={consent.withdrawnAt !== null}>
          <summary>{consent.withdrawnAt === null ? t.withdrawTitle : t.forgetTitle}</summary>
          <p>{consent.withdrawnAt === null ? t.withdrawText : t.forgetText}</p>
          <form method="post" action={currentPath}>
            {consent.withdrawnAt === null ? (
              <Tick id="forget" label={t.forget} checked={false} />
            ) : (
              <input type="hidden" name="forget" value="1" />
            )}
            <SubmitButton action="withdraw" label={consent.withdrawnAt === null ? t.withdraw : t.forget} look="quiet" />
          </form>
        </details>
      )}
      <h2>{t.kept}</h2>
      <p>{[consent.name, consent.email, consent.phone].filter(Boolean).join(', ')}</p>
      <p className="small">{t.keptText}</p>
    </PersonalPage>
  );
}
