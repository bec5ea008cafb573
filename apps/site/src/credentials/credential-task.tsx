import type { FormError } from '../forms/error-summary';
import { EmailField } from '../forms/email-field';
import { Field } from '../forms/field';
import { TextArea } from '../forms/text-area';
import { SubmitButton } from '../frame/button';
import { usePage } from '../request/page-context';
import { evidenceForm, guardianForm, signForm } from './credential-forms';
import { LegalText } from './legal-text';
import type { CredentialTypeData, HeldCredential } from './queries';

interface Props {
  type: CredentialTypeData;
  text: { version: number; body: string; bodyEs: string } | null;
  heldCredentials: readonly HeldCredential[];
  isMinor: boolean;
  submittedValues: Readonly<Record<string, string>>;
  errors: readonly FormError[];
}

const pendingStatuses = ['CLAIMED', 'REQUESTED', 'DISCLOSED', 'AUTHORISED', 'UNDER_REVIEW'];

export function CredentialTask(props: Props) {
  const { words, locale } = usePage();
  const t = words.site.credentials;
  const { type, heldCredentials } = props;
  const openCredential = heldCredentials.find(
    ({ typeId, status }) => typeId === type.id && pendingStatuses.includes(status),
  );
  const instructions = locale === 'es' ? type.howToGetEs : type.howToGet;
  return (
    <>
      {instructions !== '' && <p className="lead">{instructions}</p>}
      {type.kind === 'SCREENING' ? (
        <Screening {...props} openCredential={openCredential} />
      ) : openCredential ? (
        <PendingCredential credential={openCredential} />
      ) : type.kind === 'WAIVER' ? (
        <Waiver {...props} />
      ) : (
        <Evidence {...props} />
      )}
      {type.kind === 'AGE' && (
        <p>
          {t.ageHint} <a href="/account/profile#birthYear">{words.site.account.profile}</a>
        </p>
      )}
    </>
  );
}

function PendingCredential({ credential: { id, status, guardianEmail } }: { credential: HeldCredential }) {
  const t = usePage().words.site.credentials;
  return (
    <>
      <p className="note">{guardianEmail ? t.waitsForGuardian({ email: guardianEmail }) : t.waits}</p>
      {status !== 'UNDER_REVIEW' && <Withdraw id={id} />}
    </>
  );
}

function Withdraw({ id }: { id: string }) {
  const t = usePage().words.site.credentials;
  return (
    <form method="post">
      <input type="hidden" name="id" value={id} />
      <SubmitButton action="withdraw" label={t.withdraw} look="quiet" />
    </form>
  );
}

function Waiver({ type, text, isMinor, submittedValues, errors }: Props) {
  const { words } = usePage();
  const t = words.site.credentials;
  if (!text) return <p>{t.noText}</p>;
  return (
    <>
      <LegalText text={text} label={t.text} />
      <form className="panel questions" method="post" noValidate>
        <input type="hidden" name="type" value={type.id} />
        <input type="hidden" name="version" value={text.version} />
        {isMinor ? (
          <>
            <p>{t.minor}</p>
            <EmailField
              {...guardianForm.controls(
                { guardianEmail: submittedValues['guardianEmail'] ?? '' },
                errors,
              )('guardianEmail')}
              label={t.guardianEmail}
            />
            <SubmitButton action="ask-guardian" label={t.askGuardian} look="large" />
          </>
        ) : (
          <Signature
            submittedValues={submittedValues}
            errors={errors}
            hint={t.signHint}
            submit={t.sign}
            action="sign"
          />
        )}
      </form>
    </>
  );
}

interface SignatureProps extends Pick<Props, 'submittedValues' | 'errors'> {
  hint: string;
  submit: string;
  action: string;
}

export function Signature({ submittedValues, errors, hint, submit, action }: SignatureProps) {
  const t = usePage().words.site.credentials;
  const field = signForm.controls({ name: submittedValues['name'] ?? '' }, errors);
  return (
    <>
      <Field {...field('name')} label={t.yourName} hint={hint} autoComplete="name" required />
      <SubmitButton action={action} label={submit} look="large" />
    </>
  );
}

/** Nothing is uploaded. */
function Evidence({ type, submittedValues, errors }: Props) {
  const t = usePage().words.site.credentials;
  const field = evidenceForm.controls(
    { issuedOn: submittedValues['issuedOn'] ?? '', evidence: submittedValues['evidence'] ?? '' },
    errors,
  );
  return (
    <form className="panel questions" method="post" noValidate>
      <h2>{t.claim}</h2>
      <input type="hidden" name="type" value={type.id} />
      <Field {...field('issuedOn')} type="date" label={t.day} required />
      <TextArea {...field('evidence')} label={t.evidence} hint={t.evidenceHint} rows={3} />
      <SubmitButton action="claim" label={t.claimSubmit} look="large" />
    </form>
  );
}

/** Disclosure and authorization are on separate pages, each with nothing else on it. */
function Screening({
  text,
  openCredential,
  submittedValues,
  errors,
}: Props & { openCredential: HeldCredential | undefined }) {
  const t = usePage().words.site.credentials;
  if (!openCredential) return <p>{t.screeningAsked}</p>;
  if (openCredential.status === 'REQUESTED' && text) {
    return (
      <>
        <LegalText text={text} label={t.disclosure} />
        <form method="post">
          <input type="hidden" name="id" value={openCredential.id} />
          <input type="hidden" name="version" value={text.version} />
          <SubmitButton action="disclose" label={t.disclosureRead} look="large" />
        </form>
        <Withdraw id={openCredential.id} />
      </>
    );
  }
  if (openCredential.status === 'DISCLOSED') {
    return (
      <>
        <form className="panel questions" method="post" noValidate>
          <h2>{t.authorise}</h2>
          <p>{t.authoriseText}</p>
          <input type="hidden" name="id" value={openCredential.id} />
          <Signature
            submittedValues={submittedValues}
            errors={errors}
            hint={t.signHint}
            submit={t.authoriseSubmit}
            action="authorise"
          />
        </form>
        <Withdraw id={openCredential.id} />
      </>
    );
  }
  return <PendingCredential credential={openCredential} />;
}
