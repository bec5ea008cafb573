import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { Confirm, ConfirmChange } from '../parts/ui/confirm';
import { formatDateTime } from '../parts/ui/dates';
import { Facts } from '../parts/ui/facts';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { SecretDialog } from '../parts/ui/secret-dialog';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import { Deliveries } from './deliveries';
import { EndpointState } from './endpoint-state';
import {
  deleteMutation,
  enableMutation,
  endpointQuery,
  rotateMutation,
  testMutation,
  type EndpointData,
} from './queries';
import { ReplayDialog } from './replay-dialog';

export function WebhookShow() {
  const { labels } = useWords('webhooks');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(endpointQuery, { id });
  if (!data) return <Pending error={error} retry={refetch} noun={labels.what} lines={6} />;
  return <Endpoint endpoint={data.webhookEndpoint} />;
}

function Endpoint({ endpoint }: { endpoint: EndpointData }) {
  const { labels, words } = useWords('webhooks');
  const { id, url, status, disabledReason } = endpoint;
  const [dialog, setDialog] = useState<'rotate' | 'disable' | 'delete' | 'replay' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const navigate = useNavigate();
  const isActive = status === 'ACTIVE';
  const sendTest = useChange(testMutation, { success: () => labels.testSent });
  const enable = useChange(enableMutation, { success: () => labels.enabled });
  const rotate = useChange(rotateMutation, {
    quiet: true,
    onDone: ({ rotateWebhookSecret }) => {
      setDialog(null);
      setSecret(rotateWebhookSecret.secret);
    },
  });
  const remove = useChange(deleteMutation, {
    quiet: true,
    success: () => labels.deleted,
    onDone: () => void navigate('/settings/webhooks'),
  });
  const close = () => setDialog(null);
  return (
    <div data-wide>
      <PageHeader
        title={endpoint.description || url}
        back={{ to: '/settings/webhooks', label: labels.title }}
        badge={<EndpointState endpoint={endpoint} />}
      >
        {isActive && <Button onClick={() => sendTest.mutate({ id })}>{labels.sendTest}</Button>}
        {!isActive && <Button onClick={() => enable.mutate({ id, enabled: true })}>{labels.enable}</Button>}
        <Button variant="default" component={Link} to={`/settings/webhooks/${id}/edit`}>
          {labels.edit}
        </Button>
        <Button variant="default" onClick={() => setDialog('rotate')}>
          {labels.rotate}
        </Button>
        {isActive && (
          <Button variant="default" onClick={() => setDialog('disable')}>
            {labels.disable}
          </Button>
        )}
        <Button variant="default" onClick={() => setDialog('delete')}>
          {labels.delete}
        </Button>
      </PageHeader>
      {disabledReason && (
        <Alert color="amber" mb="md">
          {words.enums.webhookDisabledReason[disabledReason]}. {labels.disabledText}
        </Alert>
      )}
      <EndpointFacts endpoint={endpoint} />
      <Section
        title={labels.log}
        hasSpaceAbove
        actions={
          isActive && (
            <Button variant="default" onClick={() => setDialog('replay')}>
              {labels.replayMany}
            </Button>
          )
        }
      >
        <Deliveries endpointId={id} isActive={isActive} />
      </Section>
      {dialog === 'rotate' && (
        <Confirm
          onClose={close}
          title={labels.rotateTitle}
          text={labels.rotateText}
          submitLabel={labels.rotate}
          pending={rotate.isPending}
          error={rotate.error}
          onConfirm={() => rotate.mutate({ id })}
        />
      )}
      {dialog === 'delete' && (
        <Confirm
          onClose={close}
          title={labels.deleteTitle}
          text={labels.deleteText}
          submitLabel={labels.delete}
          pending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate({ id })}
        />
      )}
      {dialog === 'disable' && (
        <ConfirmChange
          onClose={close}
          title={labels.disableTitle}
          text={labels.disableText}
          submitLabel={labels.disable}
          mutation={enableMutation}
          variables={() => ({ id, enabled: false })}
          successMessage={labels.isDisabled}
        />
      )}
      {dialog === 'replay' && <ReplayDialog endpointId={id} onClose={close} />}
      {secret && (
        <SecretDialog secret={secret} text={labels.rotatedText} labels={labels} onClose={() => setSecret(null)} />
      )}
    </div>
  );
}

function EndpointFacts({ endpoint }: { endpoint: EndpointData }) {
  const { t, labels, locale } = useWords('webhooks');
  const formatTime = (time: string | null) => time && formatDateTime(locale, time);
  return (
    <Facts
      facts={[
        { label: labels.url, value: endpoint.url },
        { label: labels.chapterId, value: endpoint.chapterName ?? labels.chapterIdNone },
        { label: labels.types, value: endpoint.types.join(', ') },
        { label: labels.pending, value: String(endpoint.pendingCount) },
        { label: labels.lastSuccess, value: formatTime(endpoint.succeededAt) ?? t.common.never },
        { label: labels.failingSince, value: formatTime(endpoint.failingSince) },
        { label: labels.retryAt, value: formatTime(endpoint.retryAt) },
        { label: labels.oldSecretUntil, value: formatTime(endpoint.oldSecretUntil) },
        { label: labels.createdAt, value: formatTime(endpoint.createdAt) },
      ]}
    />
  );
}
