import { Anchor, Button, FileButton, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { phoneText } from '@upstander/web-kit';
import { ErrorAlert } from '../parts/ui/error-alert';
import { sendFile } from '../api/send-file';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { notify } from '../parts/notifications/notify';
import { IfMayChange } from '../parts/ui/page-access';
import { Section } from '../parts/ui/section';
import { Badge } from '../parts/ui/status-badge';
import { calendarDay, formatDateTime } from '../parts/ui/dates';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import { ConsentForm } from './consent-form';
import { cancelConsentMutation, withdrawConsentMutation, type ConsentData, type PhotoData } from './queries';
import classes from './photos.module.css';

export function PhotoConsents({ photo }: { photo: PhotoData }) {
  const { common, photos: labels } = useWords('photos').t;
  const [openConsent, setOpenConsent] = useState<ConsentData | 'new' | null>(null);
  const [consentToEnd, setConsentToEnd] = useState<ConsentData | null>(null);
  const renewed = new Set(photo.consents.filter(({ agreedAt }) => agreedAt).map(({ renewsId }) => renewsId));
  const closeDialog = () => setConsentToEnd(null);
  return (
    <Section
      title={labels.consents}
      lead={labels.consentsLead}
      actions={
        <Button variant="default" size="compact-md" onClick={() => setOpenConsent('new')}>
          {labels.ask}
        </Button>
      }
    >
      {photo.consents.length === 0 && <p className={classes.quiet}>{labels.noConsents}</p>}
      <ul className={classes.parts} aria-label={labels.consents}>
        {photo.consents.map((consent) => (
          <Consent
            key={consent.id}
            consent={consent}
            isReplaced={renewed.has(consent.id)}
            onRenew={() => setOpenConsent(consent)}
            onEnd={() => setConsentToEnd(consent)}
          />
        ))}
      </ul>
      <Dialog
        opened={openConsent !== null}
        onClose={() => setOpenConsent(null)}
        title={openConsent === 'new' ? labels.ask : labels.renew}
      >
        <ConsentForm
          photoId={photo.id}
          renews={openConsent === 'new' ? null : openConsent}
          onDone={() => setOpenConsent(null)}
        />
      </Dialog>
      {consentToEnd &&
        (consentToEnd.agreedAt ? (
          <ConfirmChange
            onClose={closeDialog}
            title={labels.withdrawFor({ name: consentToEnd.name })}
            text={labels.withdrawText}
            submitLabel={common.withdraw}
            pendingLabel={common.withdrawing}
            mutation={withdrawConsentMutation}
            variables={() => ({ id: consentToEnd.id })}
            successMessage={labels.withdrawn}
          />
        ) : (
          <ConfirmChange
            onClose={closeDialog}
            title={labels.cancelFor({ name: consentToEnd.name })}
            text={labels.cancelText}
            submitLabel={labels.cancel}
            pendingLabel={common.deleting}
            mutation={cancelConsentMutation}
            variables={() => ({ id: consentToEnd.id })}
            successMessage={labels.cancelled}
          />
        ))}
    </Section>
  );
}

interface ConsentProps {
  consent: ConsentData;
  isReplaced: boolean;
  onRenew: () => void;
  onEnd: () => void;
}

function Consent({ consent, isReplaced, onRenew, onEnd }: ConsentProps) {
  const { t, labels, locale } = useWords('photos');
  const { id, name, email, phone, method, endsOn, agreedAt, withdrawnAt, forSharing, forPrint } = consent;
  const usesText = [t.shared.onTheSite, forSharing && labels.sharing, forPrint && labels.print]
    .filter(Boolean)
    .join(', ');
  return (
    <li className={classes.part}>
      <div>
        <strong>{name}</strong>{' '}
        {withdrawnAt ? (
          <Badge tone="bad">{labels.isWithdrawn}</Badge>
        ) : isReplaced ? (
          <Badge>{labels.isRenewed}</Badge>
        ) : (
          <Badge tone={agreedAt ? 'good' : 'warn'}>{agreedAt ? labels.isAgreed : labels.isWaiting}</Badge>
        )}
        <span className={classes.quiet}>{[email, phone && phoneText(phone)].filter(Boolean).join(' · ')}</span>
        <span className={classes.quiet}>
          {labels.untilDay({ day: calendarDay(locale, endsOn) })} · {usesText}
        </span>
        {agreedAt && (
          <span className={classes.quiet}>{labels.agreedOn({ when: formatDateTime(locale, agreedAt) })}</span>
        )}
        {method === 'PAPER' && agreedAt && !withdrawnAt && (
          <Anchor href={`/photo-consents/${id}/paper`} underline="always" size="sm">
            {labels.paper}
          </Anchor>
        )}
      </div>
      {!withdrawnAt && !isReplaced && (
        <IfMayChange>
          <Group gap="xs">
            {method === 'PAPER' && !agreedAt && <PaperButton id={id} name={name} />}
            {agreedAt && <RowButton label={labels.renew} about={name} onClick={onRenew} />}
            <RowButton label={agreedAt ? t.common.withdraw : labels.cancel} about={name} onClick={onEnd} />
          </Group>
        </IfMayChange>
      )}
    </li>
  );
}

function PaperButton({ id, name }: { id: string; name: string }) {
  const { t } = useWords('photos');
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: (file: File) => sendFile<{ id: string }>(`/photo-consents/${id}/paper`, file),
    onSuccess: () => {
      notify.success(t.photos.paperKept);
      return queries.invalidateQueries();
    },
  });
  return (
    <div>
      <FileButton
        accept="application/pdf,image/jpeg,image/png,image/heic"
        onChange={(file) => file && send.mutate(file)}
      >
        {(props) => (
          <Button {...props} size="compact-sm" loading={send.isPending} aria-label={`${t.photos.addPaper}: ${name}`}>
            {t.photos.addPaper}
          </Button>
        )}
      </FileButton>
      <ErrorAlert error={send.error} />
    </div>
  );
}
