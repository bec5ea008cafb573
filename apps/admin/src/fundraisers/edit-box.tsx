import { Button, Group, Title } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Changes } from '../parts/ui/changes';
import { ConfirmChange } from '../parts/ui/confirm';
import { useWords } from '../words/words';
import classes from './fundraisers.module.css';
import { ReviewedPhoto } from './reviewed-photo';

export const reviewCampaignEdit = graphql(`
  mutation ReviewCampaignEdit($input: ReviewEditInput!) {
    reviewCampaignEdit(input: $input) {
      id
    }
  }
`);

export const reviewPageEdit = graphql(`
  mutation ReviewPageEdit($input: ReviewEditInput!) {
    reviewPageEdit(input: $input) {
      id
    }
  }
`);

interface Words {
  title: string;
  summary?: string;
  story: string;
}

interface EditBoxProps {
  id: string;
  current: Words;
  edit: Words & { at: string | null; photo?: { url: string; alt: string } | null };
  mutation: typeof reviewCampaignEdit | typeof reviewPageEdit;
}

/** Compares word by word with the published text. */
export function EditBox({ id, current, edit, mutation }: EditBoxProps) {
  const { review, edits } = useWords('fundraisers').t.fundraisers;
  const [isDeclining, setIsDeclining] = useState(false);
  const approve = useChange(mutation as typeof reviewCampaignEdit, { success: () => edits.approved });
  const readAt = edit.at ?? '';
  const heading = `edit-${id}`;
  const fields = [
    { field: 'title', label: edits.title, before: current.title, after: edit.title },
    { field: 'summary', label: edits.summary, before: current.summary ?? '', after: edit.summary ?? '' },
    { field: 'story', label: edits.story, before: current.story, after: edit.story },
  ];
  return (
    <section className={classes.review} aria-labelledby={heading}>
      <Title order={2} id={heading}>
        {edits.heading({ title: current.title })}
      </Title>
      <p>{edits.text}</p>
      <Changes
        changes={fields.filter(({ before, after }) => before !== after)}
        label={edits.heading({ title: current.title })}
      />
      {edit.photo && (
        <>
          <p>{edits.photo}</p>
          <ReviewedPhoto photo={edit.photo} />
        </>
      )}
      <Group gap="xs">
        <Button
          onClick={() => !approve.isPending && approve.mutate({ input: { id, approve: true, readAt } })}
          aria-disabled={approve.isPending}
        >
          {approve.isPending ? edits.approving : edits.approve}
        </Button>
        <Button variant="default" onClick={() => setIsDeclining(true)}>
          {edits.decline}
        </Button>
      </Group>
      <ConfirmChange
        opened={isDeclining}
        onClose={() => setIsDeclining(false)}
        title={edits.declineTitle}
        text={edits.declineText}
        reason={{ label: review.reason, hint: review.noteHint, required: true }}
        submitLabel={edits.declineSubmit}
        pendingLabel={review.working}
        mutation={mutation as typeof reviewCampaignEdit}
        variables={(note) => ({ input: { id, approve: false, note, readAt } })}
        successMessage={edits.declined}
      />
    </section>
  );
}
