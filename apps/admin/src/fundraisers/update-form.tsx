import { graphql } from '@upstander/api-client';
import { limits } from '@upstander/web-kit';
import { TextInput } from '@mantine/core';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { MarkdownField } from '../parts/forms/markdown-field';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useWords } from '../words/words';

const postUpdateMutation = graphql(`
  mutation PostCampaignUpdate($input: PostCampaignUpdateInput!) {
    postCampaignUpdate(input: $input) {
      id
    }
  }
`);

export function UpdateForm({ campaignId, onDone }: { campaignId: string; onDone: () => void }) {
  const { t } = useWords('fundraisers');
  const words = t.fundraisers.updates;
  const post = useChange(postUpdateMutation, { quiet: true, success: () => words.posted, onDone });
  const form = useMutationForm({
    initial: { title: '', body: '' },
    required: ['title', 'body'],
    limits: limits.CampaignUpdate,
    change: post,
    send: (values, keyFor) => {
      const input = { campaignId, title: values.title, body: values.body };
      post.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    },
  });
  const { field } = form;

  return (
    <Form form={form} submitLabel={words.submit} pendingLabel={words.posting} onCancel={onDone}>
      <TextInput label={words.heading} data-autofocus {...field('title')} />
      <MarkdownField label={words.body} hint={words.bodyHint} {...field('body')} />
    </Form>
  );
}
