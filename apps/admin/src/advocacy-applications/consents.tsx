import { Button, Group } from '@mantine/core';
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
  const labels = t.applications.consent;
  const [openForm, setOpenForm] = useState<'propose' | 'paper' | null>(null);
  const [consentToEnd, setConsentToEnd] = useState<Consent | null>(null);
  const handleDone = (updated: Application) => {
    setOpenForm(null);
    onChange(updated);
  };
  return (
    <Section title={labels.title} lead={labels.lead}>
      {application.consents.length === 0 ? (
        <p className={classes.none}>{labels.none}</p>
      ) : (
        <ul className={classes.consents}>
          {application.consents.map((consent) => (
            <ConsentItem
              key={consent.id}
              consent={consent}
              onEnd={canEdit(application) ? () => setConsentToEnd(consent) : undefined}
            />
          ))}
        </ul>
      )}
      {canEdit(application) && (
        <Group gap="xs">
          <Button variant="default" onClick={() => setOpenForm('propose')}>
            {labels.propose}
          </Button>
          <Button variant="default" onClick={() => setOpenForm('paper')}>
            {labels.paper}
          </Button>
        </Group>
      )}
      <Dialog
        opened={openForm !== null}
        onClose={() => setOpenForm(null)}
        title={openForm === 'paper' ? labels.paper : labels.propose}
        size="lg"
      >
        {openForm && (
          <ConsentForm
            how={openForm}
            application={application}
            onDone={handleDone}
            onCancel={() => setOpenForm(null)}
          />
        )}
      </Dialog>
      {consentToEnd && (
        <EndConsent
          application={application}
          consent={consentToEnd}
          onClose={() => setConsentToEnd(null)}
          onDone={(updated) => {
            setConsentToEnd(null);
            onChange(updated);
          }}
        />
      )}
    </Section>
  );
}

function ConsentItem({ consent, onEnd }: { consent: Consent; onEnd?: () => void }) {
  const { t, words, locale } = useWords('applications');
  const labels = t.applications.consent;
  const { businessName, shares, state, consentMethod, givenAt, expiresAt, revokedAt } = consent;
  const expiry = formatDateTime(locale, expiresAt);
  const endButton =
    state === 'REVOKED' && revokedAt
      ? labels.endedOn({ when: formatDateTime(locale, revokedAt) })
      : labels.until[state]({ when: expiry });
  return (
    <li className={classes.consent}>
      <div className={classes.consentTop}>
        <strong>{labels.for({ business: businessName })}</strong>
        <StatusBadge kind="consentState" status={state} />
      </div>
      <p className={classes.shares}>{shares}</p>
      <p className={classes.meta}>
        {givenAt && `${words.enums.consentHow[consentMethod]}, ${formatDateTime(locale, givenAt)} · `}
        {endButton}
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
  const { t } = useWords('applications');
  const words = t.applications.consent;
  const withdraw = useChange(withdrawConsentMutation, {
    quiet: true,
    sealed: true,
    success: () => words.withdrawn,
    onDone: ({ withdrawConsent }) => onDone(withdrawConsent),
  });
  const isLive = consent.state === 'LIVE';
  return (
    <Confirm
      onClose={onClose}
      title={isLive ? words.withdrawTitle : words.takeBackTitle}
      text={isLive ? words.withdrawText({ business: consent.businessName }) : words.takeBackText}
      submitLabel={isLive ? words.withdrawSubmit : words.takeBackSubmit}
      pending={withdraw.isPending}
      error={withdraw.error}
      onConfirm={() => withdraw.mutate({ input: { applicationId: application.id, consentId: consent.id } })}
    />
  );
}
