import { graphql } from '@upstander/api-client';
import { models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';

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
  const form = useModelForm(models.PostCampaignUpdateInput, null, {
    omit: ['campaignId', 'idempotencyKey'],
    labels: { ...words, title: words.heading },
    required: ['title', 'body'],
    change: post,
    send: (values, keyFor) => {
      const input = { campaignId, ...values };
      post.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    },
  });

  return (
    <Form form={form} submitLabel={words.submit} pendingLabel={words.posting} onCancel={onDone}>
      <FormField form={form} name="title" autoFocus />
      <FormField form={form} name="body" as="markdown" />
    </Form>
  );
}
