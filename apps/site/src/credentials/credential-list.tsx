import { dayAndTime, isoDay } from '@upstander/web-kit';
import { calendarDay } from '../money/money-format';
import { usePage } from '../request/page-context';
import type { HeldCredential, MyCredentialsData } from './queries';

const isShown = (credential: HeldCredential) => credential.status !== 'WITHDRAWN';

export function CredentialList({ result: { me, credentialTypes, mySignups } }: { result: MyCredentialsData }) {
  const { words, locale, now, timeZone } = usePage();
  const t = words.site.credentials;
  const today = isoDay(now, timeZone);
  const nameOf = (type: { name: string; nameEs: string }) => (locale === 'es' ? type.nameEs : type.name);
  const heldCredentials = (me?.volunteer?.credentials ?? []).filter(isShown);
  const signupsWithMissing = mySignups.filter(({ missing }) => missing.length > 0);
  const otherTypes = credentialTypes.filter(
    (type) => !heldCredentials.some(({ typeId, counts }) => counts && typeId === type.id),
  );
  const typesById = new Map(credentialTypes.map((type) => [type.id, type]));
  return (
    <>
      <p className="lead">{t.lead}</p>
      {signupsWithMissing.length > 0 && (
        <section aria-labelledby="needed">
          <h2 id="needed">{t.needed}</h2>
          {signupsWithMissing.map(({ id, shift, event, missing }) => (
            <div key={id} className="panel">
              <p>
                <b>{event.title}</b> ({shift.role}), {dayAndTime(locale, new Date(shift.startsAt), event.timeZone)}
              </p>
              <ul className="roomy-list">
                {missing.map(({ type, reason, dueAt }) => {
                  const fullType = typesById.get(type.id);
                  return (
                    fullType && (
                      <li key={type.id}>
                        <a href={`/account/credentials?type=${type.id}`}>{nameOf(fullType)}</a>:{' '}
                        {words.enums.missingReason[reason]}
                        {dueAt && ` · ${t.dueBy({ when: dayAndTime(locale, new Date(dueAt), event.timeZone) })}`}
                      </li>
                    )
                  );
                })}
              </ul>
            </div>
          ))}
        </section>
      )}
      <section aria-labelledby="held">
        <h2 id="held">{t.held}</h2>
        {heldCredentials.length === 0 && <p>{t.none}</p>}
        <ul className="roomy-list">
          {heldCredentials.map((credential) => (
            <li key={credential.id}>
              <b>{nameOf(credential.type)}</b>
              <br />
              <span className="small">
                {[
                  credential.status === 'APPROVED' && !credential.counts
                    ? t.ranOut
                    : words.enums.credentialStatus[credential.status],
                  credential.issuedOn && t.since({ day: calendarDay(locale, credential.issuedOn) }),
                  credential.expiresOn && t.until({ day: calendarDay(locale, credential.expiresOn) }),
                  credential.finalFrom &&
                    credential.status === 'UNDER_REVIEW' &&
                    t.decidedFrom({ day: calendarDay(locale, credential.finalFrom) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                {credential.reason && (
                  <>
                    <br />
                    {t.why({ reason: credential.reason })}
                  </>
                )}
                <InvalidReason credential={credential} today={today} />
                {credential.type.kind === 'WAIVER' && <SignatureDetails credential={credential} />}
              </span>
              {['REQUESTED', 'DISCLOSED', 'CLAIMED'].includes(credential.status) && (
                <>
                  <br />
                  <a
                    href={`/account/credentials?type=${credential.typeId}`}
                    aria-label={t.openNamed({ name: nameOf(credential.type) })}
                  >
                    {t.open}
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
      </section>
      {otherTypes.length > 0 && (
        <section aria-labelledby="others">
          <h2 id="others">{t.others}</h2>
          <ul className="roomy-list">
            {otherTypes.map((type) => (
              <li key={type.id}>
                <a href={`/account/credentials?type=${type.id}`}>{nameOf(type)}</a> (
                {words.enums.credentialKind[type.kind]})
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function InvalidReason({ credential: credential, today }: { credential: HeldCredential; today: string }) {
  const t = usePage().words.site.credentials;
  if (
    credential.status !== 'APPROVED' ||
    credential.counts ||
    (credential.expiresOn !== null && credential.expiresOn < today)
  )
    return null;
  const hasTextChanged = credential.type.kind === 'WAIVER' && credential.textVersion !== credential.type.textVersion;
  return (
    <>
      <br />
      {hasTextChanged ? t.textChanged : t.addressUnconfirmed}{' '}
      {hasTextChanged && <a href={`/account/credentials?type=${credential.typeId}`}>{t.signAgain}</a>}
    </>
  );
}

function SignatureDetails({
  credential: { signedName: name, issuedOn, signature, guardianRelation },
}: {
  credential: HeldCredential;
}) {
  const { words, locale } = usePage();
  const t = words.site.credentials;
  if (!name || !issuedOn) return null;
  const signerFacts = { name, when: calendarDay(locale, issuedOn) };
  return (
    <>
      <br />
      {guardianRelation
        ? t.signedByGuardian({ ...signerFacts, relation: words.enums.guardianRelation[guardianRelation] })
        : t.signedBy(signerFacts)}
      {signature && (
        <svg className="signature" viewBox="0 0 600 200" role="img" aria-label={t.signature({ name })}>
          <path d={signature} />
        </svg>
      )}
    </>
  );
}
