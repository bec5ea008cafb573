import { dayAndTime, isoDay } from '@upstander/web-kit';
import { calendarDay } from '../money/money-format';
import { usePage } from '../request/page-context';
import type { HeldCredential, MyCredentialsData } from './queries';

const isShown = (credential: HeldCredential) => credential.status !== 'WITHDRAWN';

/** Lists credentials required by upcoming shifts, those the volunteer has, and others they could get. */
export function CredentialList({ answer: { me, credentialTypes, mySignups } }: { answer: MyCredentialsData }) {
  const { words, locale, now, timeZone } = usePage();
  const t = words.site.credentials;
  const today = isoDay(now, timeZone);
  const nameOf = (one: { name: string; nameEs: string }) => (locale === 'es' ? one.nameEs : one.name);
  const held = (me?.volunteer?.credentials ?? []).filter(isShown);
  const needing = mySignups.filter(({ missing }) => missing.length > 0);
  const others = credentialTypes.filter((type) => !held.some(({ typeId, counts }) => counts && typeId === type.id));
  const typesById = new Map(credentialTypes.map((type) => [type.id, type]));
  return (
    <>
      <p className="lead">{t.lead}</p>
      {needing.length > 0 && (
        <section aria-labelledby="needed">
          <h2 id="needed">{t.needed}</h2>
          {needing.map(({ id, shift, event, missing }) => (
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
        {held.length === 0 && <p>{t.none}</p>}
        <ul className="roomy-list">
          {held.map((one) => (
            <li key={one.id}>
              <b>{nameOf(one.type)}</b>
              <br />
              <span className="small">
                {[
                  one.status === 'APPROVED' && !one.counts ? t.ranOut : words.enums.credentialStatus[one.status],
                  one.issuedOn && t.since({ day: calendarDay(locale, one.issuedOn) }),
                  one.expiresOn && t.until({ day: calendarDay(locale, one.expiresOn) }),
                  one.finalFrom &&
                    one.status === 'UNDER_REVIEW' &&
                    t.decidedFrom({ day: calendarDay(locale, one.finalFrom) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                {one.reason && (
                  <>
                    <br />
                    {t.why({ reason: one.reason })}
                  </>
                )}
                <InvalidReason of={one} today={today} />
                {one.type.kind === 'WAIVER' && <SignatureDetails of={one} />}
              </span>
              {['REQUESTED', 'DISCLOSED', 'CLAIMED'].includes(one.status) && (
                <>
                  <br />
                  <a
                    href={`/account/credentials?type=${one.typeId}`}
                    aria-label={t.openNamed({ name: nameOf(one.type) })}
                  >
                    {t.open}
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
      </section>
      {others.length > 0 && (
        <section aria-labelledby="others">
          <h2 id="others">{t.others}</h2>
          <ul className="roomy-list">
            {others.map((type) => (
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

/** Explains why an approved credential is no longer valid, with a link to sign a waiver whose text has changed. */
function InvalidReason({ of: one, today }: { of: HeldCredential; today: string }) {
  const t = usePage().words.site.credentials;
  if (one.status !== 'APPROVED' || one.counts || (one.expiresOn !== null && one.expiresOn < today)) return null;
  const changed = one.type.kind === 'WAIVER' && one.textVersion !== one.type.textVersion;
  return (
    <>
      <br />
      {changed ? t.textChanged : t.addressUnconfirmed}{' '}
      {changed && <a href={`/account/credentials?type=${one.typeId}`}>{t.signAgain}</a>}
    </>
  );
}

/** Shows who signed a waiver, and the signature drawn at check-in if there is one. */
function SignatureDetails({ of: { signedName: name, issuedOn, signature, guardianRelation } }: { of: HeldCredential }) {
  const { words, locale } = usePage();
  const t = words.site.credentials;
  if (!name || !issuedOn) return null;
  const by = { name, when: calendarDay(locale, issuedOn) };
  return (
    <>
      <br />
      {guardianRelation
        ? t.signedByGuardian({ ...by, relation: words.enums.guardianRelation[guardianRelation] })
        : t.signedBy(by)}
      {signature && (
        <svg className="signature" viewBox="0 0 600 200" role="img" aria-label={t.signature({ name })}>
          <path d={signature} />
        </svg>
      )}
    </>
  );
}
