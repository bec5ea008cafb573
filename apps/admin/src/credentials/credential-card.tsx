import { IfMayChange } from '../parts/ui/page-access';
import { Signature } from '../parts/ui/signature';
import { Facts } from '../parts/ui/facts';
import { Badge } from '../parts/ui/status-badge';
import { useToday } from '../session/settings';
import { calendarDay, formatDateTime } from '../parts/ui/dates';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import { stateOf, toneOf } from './credential-state';
import classes from './credentials.module.css';
import type { CredentialRow } from './queries';
import { ScreeningSteps } from './screening-steps';

interface CardProps {
  credential: CredentialRow;
  onApprove: () => void;
  onReject: () => void;
  onRevoke: () => void;
  /** Omitted if staff can't renew it. */
  onRenew: (() => void) | undefined;
}

export function CredentialCard({ credential, onApprove, onReject, onRevoke, onRenew }: CardProps) {
  const today = useToday();
  const { t, words, locale } = useWords('credentials');
  const labels = t.credentials.card;
  const { type, status } = credential;
  const name = locale === 'es' ? type.nameEs : type.name;
  const state = stateOf(credential, today);
  const day = (date: string | null) => date && calendarDay(locale, date);
  const { signedAt, signedName, signature, guardianRelation, textVersion, decidedAt, decider } = credential;
  const screening = type.kind === 'SCREENING';
  const isEnded = state === 'EXPIRED' || state === 'EXPIRING' || state === 'REVOKED' || state === 'REJECTED';
  return (
    <li className={classes.card}>
      <div className={classes.top}>
        <div>
          <h3 className={classes.name}>{name}</h3>
          <span className={classes.quiet}>{words.enums.credentialKind[type.kind]}</span>
        </div>
        <Badge tone={toneOf[state]}>{labels.states[state]}</Badge>
      </div>
      <Facts
        facts={[
          { label: t.credentials.issuedOn, value: day(credential.issuedOn) },
          { label: t.credentials.expiresOn, value: day(credential.expiresOn) },
          { label: t.credentials.evidence, value: credential.evidence },
          {
            label: labels.signed,
            value:
              !screening &&
              signedAt &&
              labels.signedBy({
                name: signedName ?? '',
                when: formatDateTime(locale, signedAt),
                version: textVersion ?? 0,
              }),
          },
          {
            label: labels.guardian,
            value: guardianRelation && words.enums.guardianRelation[guardianRelation],
          },
          {
            label: t.shared.signature,
            value: signature && (
              <Signature path={signature} label={t.shared.signatureOfName({ name: signedName ?? '' })} />
            ),
          },
          { label: labels.witness, value: credential.witness },
          { label: t.common.reason, value: credential.reason },
          { label: labels.reference, value: credential.providerReference },
          {
            label: labels.decided,
            value:
              decidedAt &&
              (decider
                ? labels.decidedBy({ name: decider, when: formatDateTime(locale, decidedAt) })
                : formatDateTime(locale, decidedAt)),
          },
        ]}
      />
      {screening && <ScreeningSteps credential={credential} name={name} />}
      <IfMayChange>
        <div className={classes.buttons}>
          {status === 'CLAIMED' && (
            <>
              <RowButton label={t.common.approve} about={name} variant="filled" onClick={onApprove} />
              <RowButton label={t.common.decline} about={name} onClick={onReject} />
            </>
          )}
          {isEnded && onRenew && <RowButton label={labels.renew} about={name} onClick={onRenew} />}
          {status === 'APPROVED' && credential.counts && !screening && (
            <RowButton label={t.common.revoke} about={name} onClick={onRevoke} />
          )}
        </div>
      </IfMayChange>
    </li>
  );
}
