import { Button } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Confirm } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { canEdit } from '../parts/record/sealed-record';
import { Section } from '../parts/ui/section';
import { StatusBadge } from '../parts/ui/status-badge';
import { formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { ConsentForm } from './consent-form';
import classes from './applications.module.css';
import { withdrawConsentMutation, type Application, type Consent } from './queries';

interface ConsentsProps {
  application: Application;
  onChange: (application: Application) => void;
}

export function Consents({ application, onChange }: ConsentsProps) {
  const { t } = useWords('applications');
  const words = t.applications.consent;
  const [asking, setAsking] = useState<'propose' | 'paper' | null>(null);
  const [ending, setEnding] = useState<Consent | null>(null);
  const done = (changed: Application) => {
    setAsking(null);
    onChange(changed);
  };
  return (
    <Section title={words.title} lead={words.lead}>
      {application.consents.length === 0 ? (
        <p className={classes.none}>{words.none}</p>
      ) : (
        <ul className={classes.consents}>
          {application.consents.map((consent) => (
            <OneConsent
              key={consent.id}
              consent={consent}
              onEnd={canEdit(application) ? () => setEnding(consent) : undefined}
            />
          ))}
        </ul>
      )}
      {canEdit(application) && (
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => setAsking('propose')}>
            {words.propose}
          </Button>
          <Button variant="default" onClick={() => setAsking('paper')}>
            {words.paper}
          </Button>
        </div>
      )}
      <Dialog
        opened={asking !== null}
        onClose={() => setAsking(null)}
        title={asking === 'paper' ? words.paper : words.propose}
        size="lg"
      >
        {asking && (
          <ConsentForm how={asking} application={application} onDone={done} onCancel={() => setAsking(null)} />
        )}
      </Dialog>
      {ending && (
        <EndConsent
          application={application}
          consent={ending}
          onClose={() => setEnding(null)}
          onDone={(changed) => {
            setEnding(null);
            onChange(changed);
          }}
        />
      )}
    </Section>
  );
}

function OneConsent({ consent, onEnd }: { consent: Consent; onEnd?: () => void }) {
  const { t, words, locale } = useWords('applications');
  const labels = t.applications.consent;
  const { businessName, shares, state, givenHow, givenAt, expiresAt, revokedAt } = consent;
  const until = formatDateTime(locale, expiresAt);
  const end =
    state === 'REVOKED' && revokedAt
      ? labels.endedOn({ when: formatDateTime(locale, revokedAt) })
      : labels.until[state]({ when: until });
  return (
    <li className={classes.consent}>
      <div className={classes.consentTop}>
        <strong>{labels.for({ business: businessName })}</strong>
        <StatusBadge kind="consentState" status={state} />
      </div>
      <p className={classes.shares}>{shares}</p>
      <p className={classes.meta}>
        {givenAt && `${words.enums.consentHow[givenHow]}, ${formatDateTime(locale, givenAt)} · `}
        {end}
      </p>
      {onEnd && (state === 'LIVE' || state === 'PROPOSED') && (
        <Button variant="default" size="xs" onClick={onEnd}>
          {state === 'LIVE' ? labels.withdraw : labels.takeBack}
        </Button>
      )}
    </li>
  );
}

interface EndConsentProps {
  application: Application;
  consent: Consent;
  onClose: () => void;
  onDone: (application: Application) => void;
}

function EndConsent({ application, consent, onClose, onDone }: EndConsentProps) {
  const words = useWords('applications').t.applications.consent;
  const withdraw = useChange(withdrawConsentMutation, {
    quiet: true,
    sealed: true,
    success: () => words.withdrawn,
    onDone: ({ withdrawConsent }) => onDone(withdrawConsent),
  });
  const live = consent.state === 'LIVE';
  return (
    <Confirm
      opened
      onClose={onClose}
      title={live ? words.withdrawTitle : words.takeBackTitle}
      text={live ? words.withdrawText({ business: consent.businessName }) : words.takeBackText}
      submitLabel={live ? words.withdrawSubmit : words.takeBackSubmit}
      pendingLabel={words.working}
      pending={withdraw.isPending}
      error={withdraw.error}
      onConfirm={() => withdraw.mutate({ input: { applicationId: application.id, consentId: consent.id } })}
    />
  );
}
