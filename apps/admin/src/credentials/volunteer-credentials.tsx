import { Button } from '@mantine/core';
import { useState } from 'react';
import { useChange, useRead } from '../api/use-api';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { Section } from '../parts/ui/section';
import { isAdmin, useMe } from '../session/use-me';
import { nameIn } from '../words/name-in';
import { useWords } from '../words/words';
import { CredentialCard } from './credential-card';
import { splitByLatest } from './credential-state';
import classes from './credentials.module.css';
import { decideMutation, requestMutation, revokeMutation, typeKindsQuery, type CredentialRow } from './queries';
import { RecordForm } from './record-form';
import { Rejection } from './rejection';

interface Props {
  volunteerId: string;
  credentials: readonly CredentialRow[];
}

export function VolunteerCredentials({ volunteerId, credentials }: Props) {
  const { t, locale } = useWords('credentials');
  const labels = t.credentials.card;
  const me = useMe();
  const types = useRead(typeKindsQuery, {}).data?.credentialTypes ?? [];
  const [recordedTypeId, setRecordedTypeId] = useState<string | null>(null);
  const [rejecting, reject] = useState<readonly string[] | null>(null);
  const [credentialToRevoke, setCredentialToRevoke] = useState<CredentialRow | null>(null);
  const approve = useChange(decideMutation, { success: () => t.credentials.approved({ count: 1 }) });
  const requestCredential = useChange(requestMutation, { success: () => labels.asked });
  const { current, earlier } = splitByLatest(credentials);
  const openTypeIds = new Set(credentials.filter(isOpen).map(({ type }) => type.id));
  const screenings = isAdmin(me)
    ? types.filter(({ kind, textVersion, id }) => kind === 'SCREENING' && textVersion !== null && !openTypeIds.has(id))
    : [];
  const recordableTypes = types.filter(({ kind }) => kind === 'TRAINING' || kind === 'AGE');
  const card = (credential: CredentialRow) => (
    <CredentialCard
      key={credential.id}
      credential={credential}
      onApprove={() => !approve.isPending && approve.mutate({ ids: [credential.id], approve: true })}
      onReject={() => reject([credential.id])}
      onRevoke={() => setCredentialToRevoke(credential)}
      onRenew={
        credential.type.retiredAt !== null || openTypeIds.has(credential.type.id)
          ? undefined
          : credential.type.kind === 'SCREENING'
            ? isAdmin(me)
              ? () => requestCredential.mutate({ volunteerId, typeId: credential.type.id })
              : undefined
            : credential.type.kind === 'WAIVER'
              ? undefined
              : () => setRecordedTypeId(credential.type.id)
      }
    />
  );
  return (
    <div id="credentials">
      <Section
        title={t.shared.credentials}
        lead={labels.lead}
        hasSpaceAbove
        actions={
          recordableTypes.length > 0 && (
            <Button variant="default" size="compact-md" onClick={() => setRecordedTypeId(recordableTypes[0]!.id)}>
              {labels.record}
            </Button>
          )
        }
      >
        {current.length === 0 && <p className={classes.none}>{labels.none}</p>}
        <ul className={classes.cards}>{current.map(card)}</ul>
        {screenings.length > 0 && (
          <div className={classes.buttons}>
            {screenings.map((type) => (
              <Button
                key={type.id}
                variant="default"
                size="compact-md"
                h="auto"
                styles={{ label: { whiteSpace: 'normal' } }}
                aria-disabled={requestCredential.isPending}
                onClick={() =>
                  !requestCredential.isPending && requestCredential.mutate({ volunteerId, typeId: type.id })
                }
              >
                {labels.askFor({ name: nameIn(locale, type) })}
              </Button>
            ))}
          </div>
        )}
        {earlier.length > 0 && (
          <details className={classes.before}>
            <summary>{labels.before({ count: earlier.length })}</summary>
            <ul className={classes.cards}>{earlier.map(card)}</ul>
          </details>
        )}
      </Section>
      <Dialog opened={recordedTypeId !== null} onClose={() => setRecordedTypeId(null)} title={labels.record}>
        <RecordForm
          volunteerId={volunteerId}
          typeId={recordedTypeId ?? ''}
          types={recordableTypes.map((type) => ({ ...type, label: nameIn(locale, type) }))}
          onDone={() => setRecordedTypeId(null)}
        />
      </Dialog>
      <Rejection ids={rejecting} onClose={() => reject(null)} />
      <ConfirmChange
        opened={credentialToRevoke !== null}
        onClose={() => setCredentialToRevoke(null)}
        title={labels.revokeTitle({ name: credentialToRevoke ? nameIn(locale, credentialToRevoke.type) : '' })}
        text={labels.revokeText}
        reason={{ label: t.common.reason, hint: t.credentials.reasonHint, required: true }}
        submitLabel={t.common.revoke}
        mutation={revokeMutation}
        variables={(reason) => ({ id: credentialToRevoke?.id ?? '', reason })}
        successMessage={labels.revoked}
      />
    </div>
  );
}

function isOpen({ status }: CredentialRow): boolean {
  return ['CLAIMED', 'REQUESTED', 'DISCLOSED', 'AUTHORISED', 'UNDER_REVIEW'].includes(status);
}
