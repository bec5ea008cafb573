import { models } from '@upstander/web-kit';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { Loading } from '../parts/ui/loading';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { SecretDialog } from '../parts/ui/secret-dialog';
import { useChapters } from '../session/chapters';
import { isAdmin, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { createMutation, endpointQuery, typesQuery, updateMutation, type EndpointData } from './queries';

export function NewWebhook() {
  const { labels } = useWords('webhooks');
  const { isPending } = useChapters();
  return (
    <div>
      <PageHeader title={labels.add} lead={labels.formLead} back={{ to: '/settings/webhooks', label: labels.title }} />
      {isPending ? <Loading noun={labels.what} lines={6} /> : <WebhookForm endpoint={null} />}
    </div>
  );
}

export function EditWebhook() {
  const { labels } = useWords('webhooks');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(endpointQuery, { id });
  if (!data) return <Pending error={error} retry={refetch} noun={labels.what} lines={6} />;
  const endpoint = data.webhookEndpoint;
  return (
    <div>
      <PageHeader title={labels.edit} back={{ to: `/settings/webhooks/${id}`, label: endpoint.url }} />
      <WebhookForm endpoint={endpoint} />
    </div>
  );
}

function WebhookForm({ endpoint }: { endpoint: EndpointData | null }) {
  const { webhooks: labels } = useWords('webhooks').t;
  const navigate = useNavigate();
  const [created, setCreated] = useState<{ id: string; secret: string } | null>(null);
  const isForNetwork = isAdmin(useMe());
  const { myChapters } = useChapters();
  const show = (id: string) => void navigate(`/settings/webhooks/${id}`);
  const create = useChange(createMutation, {
    quiet: true,
    onDone: ({
      createWebhookEndpoint: {
        secret,
        endpoint: { id },
      },
    }) => setCreated({ id, secret }),
  });
  const update = useChange(updateMutation, {
    quiet: true,
    success: () => labels.saved,
    onDone: ({ updateWebhookEndpoint: { id } }) => show(id),
  });
  const form = useModelForm(models.CreateWebhookEndpointInput, endpoint, {
    labels: isForNetwork || endpoint ? labels : { ...labels, chapterIdNone: undefined },
    ...(!endpoint && { initial: { chapterId: isForNetwork ? '' : (myChapters[0]?.id ?? '') } }),
    required: ['types'],
    change: endpoint ? update : create,
    send: ({ chapterId, ...values }): void => {
      // Types that were chosen before the chapter.
      const input = { ...values, types: values.types?.filter((type) => types.includes(type)) };
      if (endpoint) update.mutate({ id: endpoint.id, input });
      else create.mutate({ input: { ...input, chapterId } });
    },
  });
  const { data } = useRead(typesQuery, { forChapter: form.values.chapterId !== '' });
  const types: readonly string[] = data?.webhookTypes ?? [];
  const chapters = endpoint?.chapterId
    ? [{ value: endpoint.chapterId, label: endpoint.chapterName ?? '' }]
    : myChapters.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Form
        form={form}
        submitLabel={endpoint ? labels.save : labels.create}
        onCancel={() => void navigate(endpoint ? `/settings/webhooks/${endpoint.id}` : '/settings/webhooks')}
      >
        <FormField
          form={form}
          name="chapterId"
          choices={chapters}
          disabled={endpoint !== null || (!isForNetwork && chapters.length === 1)}
        />
        <FormField form={form} name="url" placeholder="https://" />
        <FormField form={form} name="description" />
        <FormField form={form} name="types" choices={types.map((type) => ({ value: type, label: type }))} />
      </Form>
      {created && (
        <SecretDialog
          secret={created.secret}
          text={labels.secretText}
          labels={labels}
          onClose={() => show(created.id)}
        />
      )}
    </>
  );
}
