import { Button } from '@mantine/core';
import { Signature } from '../parts/ui/signature';
import { Facts } from '../parts/ui/facts';
import { Badge } from '../parts/ui/status-badge';
import { useToday } from '../parts/ui/settings';
import { calendarDay, formatDateTime } from '../parts/ui/when';
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
  /** Left out where staff cannot give it again. */
  onRenew: (() => void) | undefined;
}

/** One credential: how it stands, how one sees that, who decided, and what can be done about it. */
export function CredentialCard({ credential, onApprove, onReject, onRevoke, onRenew }: CardProps) {
  const today = useToday();
  const { t, words, locale } = useWords('credentials');
  const say = t.credentials.card;
  const { type, status } = credential;
  const name = locale === 'es' ? type.nameEs : type.name;
  const state = stateOf(credential, today);
  const day = (on: string | null) => on && calendarDay(locale, on);
  const { signedAt, signedName, signature, guardianRelation, textVersion, decidedAt, decider } = credential;
  const screening = type.kind === 'SCREENING';
  const ended = state === 'EXPIRED' || state === 'EXPIRING' || state === 'REVOKED' || state === 'REJECTED';
  return (
    <li className={classes.card}>
      <div className={classes.top}>
        <div>
          <h3 className={classes.name}>{name}</h3>
          <span className={classes.quiet}>{words.enums.credentialKind[type.kind]}</span>
        </div>
        <Badge tone={toneOf[state]}>{say.states[state]}</Badge>
      </div>
      <Facts
        facts={[
          { label: t.credentials.issuedOn, value: day(credential.issuedOn) },
          { label: t.credentials.expiresOn, value: day(credential.expiresOn) },
          { label: t.credentials.evidence, value: credential.evidence },
          {
            label: say.signed,
            value:
              !screening &&
              signedAt &&
              say.signedBy({
                name: signedName ?? '',
                when: formatDateTime(locale, signedAt),
                version: textVersion ?? 0,
              }),
          },
          {
            label: say.guardian,
            value: guardianRelation && words.enums.guardianRelation[guardianRelation],
          },
          {
            label: say.signature,
            value: signature && <Signature path={signature} label={say.signatureOf({ name: signedName ?? '' })} />,
          },
          { label: say.witness, value: credential.witness },
          { label: say.why, value: credential.reason },
          { label: say.reference, value: credential.providerReference },
          {
            label: say.decided,
            value:
              decidedAt &&
              (decider
                ? say.decidedBy({ name: decider, when: formatDateTime(locale, decidedAt) })
                : formatDateTime(locale, decidedAt)),
          },
        ]}
      />
      {screening && <ScreeningSteps credential={credential} name={name} />}
      <div className={classes.buttons}>
        {status === 'CLAIMED' && (
          <>
            <Button size="compact-sm" aria-label={`${t.credentials.approve}: ${name}`} onClick={onApprove}>
              {t.credentials.approve}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${t.credentials.reject}: ${name}`}
              onClick={onReject}
            >
              {t.credentials.reject}
            </Button>
          </>
        )}
        {ended && onRenew && (
          <Button size="compact-sm" variant="default" aria-label={`${say.renew}: ${name}`} onClick={onRenew}>
            {say.renew}
          </Button>
        )}
        {status === 'APPROVED' && credential.counts && !screening && (
          <Button size="compact-sm" variant="default" aria-label={`${say.revoke}: ${name}`} onClick={onRevoke}>
            {say.revoke}
          </Button>
        )}
      </div>
    </li>
  );
}
