import { Button } from '@mantine/core';
import { useState } from 'react';
import { useChange, useRead } from '../api/use-api';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { Section } from '../parts/ui/section';
import { isAdmin, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { CredentialCard } from './credential-card';
import { latestFirst } from './credential-state';
import classes from './credentials.module.css';
import { decideMutation, requestMutation, revokeMutation, typeKindsQuery, type CredentialRow } from './queries';
import { RecordForm } from './record-form';
import { Rejection } from './rejection';

interface Props {
  volunteerId: string;
  credentials: readonly CredentialRow[];
}

/** Current, pending and past credentials of a volunteer, with staff actions. */
export function VolunteerCredentials({ volunteerId, credentials }: Props) {
  const { t, locale } = useWords('credentials');
  const labels = t.credentials.card;
  const me = useMe();
  const types = useRead(typeKindsQuery, {}).data?.credentialTypes ?? [];
  const [recording, record] = useState<string | null>(null);
  const [rejecting, reject] = useState<readonly string[] | null>(null);
  const [revoking, revoke] = useState<CredentialRow | null>(null);
  const approve = useChange(decideMutation, { success: () => t.credentials.approved({ count: 1 }) });
  const ask = useChange(requestMutation, { success: () => labels.asked });
  const nameOf = (one: { name: string; nameEs: string }) => (locale === 'es' ? one.nameEs : one.name);
  const { now, before } = latestFirst(credentials);
  const under = new Set(credentials.filter(isOpen).map(({ type }) => type.id));
  const screenings = isAdmin(me)
    ? types.filter(({ kind, textVersion, id }) => kind === 'SCREENING' && textVersion !== null && !under.has(id))
    : [];
  const recordable = types.filter(({ kind }) => kind === 'TRAINING' || kind === 'AGE');
  const card = (credential: CredentialRow) => (
    <CredentialCard
      key={credential.id}
      credential={credential}
      onApprove={() => !approve.isPending && approve.mutate({ ids: [credential.id], approve: true })}
      onReject={() => reject([credential.id])}
      onRevoke={() => revoke(credential)}
      onRenew={
        credential.type.retiredAt !== null || under.has(credential.type.id)
          ? undefined
          : credential.type.kind === 'SCREENING'
            ? isAdmin(me)
              ? () => ask.mutate({ volunteerId, typeId: credential.type.id })
              : undefined
            : credential.type.kind === 'WAIVER'
              ? undefined
              : () => record(credential.type.id)
      }
    />
  );
  return (
    <div id="credentials">
      <Section
        title={labels.title}
        lead={labels.lead}
        hasSpaceAbove
        actions={
          recordable.length > 0 && (
            <Button variant="default" size="compact-md" onClick={() => record(recordable[0]!.id)}>
              {labels.record}
            </Button>
          )
        }
      >
        {now.length === 0 && <p className={classes.none}>{labels.none}</p>}
        <ul className={classes.cards}>{now.map(card)}</ul>
        {screenings.length > 0 && (
          <div className={classes.buttons}>
            {screenings.map((type) => (
              <Button
                key={type.id}
                variant="default"
                size="compact-md"
                h="auto"
                styles={{ label: { whiteSpace: 'normal' } }}
                aria-disabled={ask.isPending}
                onClick={() => !ask.isPending && ask.mutate({ volunteerId, typeId: type.id })}
              >
                {labels.askFor({ name: nameOf(type) })}
              </Button>
            ))}
          </div>
        )}
        {before.length > 0 && (
          <details className={classes.before}>
            <summary>{labels.before({ count: before.length })}</summary>
            <ul className={classes.cards}>{before.map(card)}</ul>
          </details>
        )}
      </Section>
      <Dialog opened={recording !== null} onClose={() => record(null)} title={labels.record}>
        <RecordForm
          volunteerId={volunteerId}
          typeId={recording ?? ''}
          types={recordable.map((type) => ({ ...type, label: nameOf(type) }))}
          onDone={() => record(null)}
        />
      </Dialog>
      <Rejection ids={rejecting} onClose={() => reject(null)} />
      <ConfirmChange
        opened={revoking !== null}
        onClose={() => revoke(null)}
        title={labels.revokeTitle({ name: revoking ? nameOf(revoking.type) : '' })}
        text={labels.revokeText}
        reason={{ label: t.credentials.reason, hint: t.credentials.reasonHint, required: true }}
        submitLabel={labels.revoke}
        pendingLabel={t.credentials.working}
        mutation={revokeMutation}
        variables={(reason) => ({ id: revoking?.id ?? '', reason })}
        successMessage={labels.revoked}
      />
    </div>
  );
}

function isOpen({ status }: CredentialRow): boolean {
  return ['CLAIMED', 'REQUESTED', 'DISCLOSED', 'AUTHORISED', 'UNDER_REVIEW'].includes(status);
}
