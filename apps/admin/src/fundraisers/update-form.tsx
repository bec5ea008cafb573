import { graphql } from '@upstander/api-client';
import { limits } from '@upstander/web-kit';
import { Stack, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { useSameKey } from '../api/use-same-key';
import { FormFoot } from '../parts/forms/form-foot';
import { MarkdownField } from '../parts/forms/markdown-field';
import { useFields } from '../parts/forms/use-fields';
import { useWords } from '../words/words';

const postUpdateMutation = graphql(`
  mutation PostCampaignUpdate($input: PostCampaignUpdateInput!) {
    postCampaignUpdate(input: $input) {
      id
    }
  }
`);

export function UpdateForm({ campaignId, onDone }: { campaignId: string; onDone: () => void }) {
  const { t } = useWords();
  const words = t.fundraisers.updates;
  const keyFor = useSameKey();
  const post = useChange(postUpdateMutation, { quiet: true, success: () => words.posted, onDone });
  const { values, field, complete, shown } = useFields({ title: '', body: '' }, ['title', 'body'], post.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete() || post.isPending) return;
    const input = { campaignId, title: values.title.trim(), body: values.body };
    post.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput label={words.heading} maxLength={limits.CampaignUpdate.title} data-autofocus {...field('title')} />
        <MarkdownField label={words.body} hint={words.bodyHint} {...field('body')} />
        <FormFoot
          submit={words.submit}
          working={words.posting}
          pending={post.isPending}
          error={post.error}
          shown={shown}
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}
