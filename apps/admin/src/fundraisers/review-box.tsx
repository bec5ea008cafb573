import { Button, Group, Title } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { useWords } from '../words/words';
import classes from './fundraisers.module.css';
import { NoteDialog } from './note-dialog';
import type { Fundraiser } from './queries';
import { approveMutation, refuseMutation, requestChangesMutation } from './step-queries';

export function ReviewBox({ fundraiser }: { fundraiser: Fundraiser }) {
  const { review } = useWords('fundraisers').t.fundraisers;
  const [openDialog, setOpenDialog] = useState<'changes' | 'refuse' | null>(null);
  const approve = useChange(approveMutation, { success: () => review.approved });
  const { id, updatedAt } = fundraiser;
  const close = () => setOpenDialog(null);
  return (
    <section className={classes.review} aria-labelledby="review-title">
      <Title order={2} id="review-title">
        {review.title}
      </Title>
      <p>{review.text}</p>
      <Group gap="xs">
        <Button
          onClick={() => !approve.isPending && approve.mutate({ input: { id }, readAt: updatedAt })}
          aria-disabled={approve.isPending}
        >
          {approve.isPending ? review.approving : review.approve}
        </Button>
        <Button variant="default" onClick={() => setOpenDialog('changes')}>
          {review.changes}
        </Button>
        <Button variant="default" c="var(--u-clay)" onClick={() => setOpenDialog('refuse')}>
          {review.refuse}
        </Button>
      </Group>
      <NoteDialog
        id={id}
        opened={openDialog === 'changes'}
        onClose={close}
        mutation={requestChangesMutation}
        words={{
          title: review.changesTitle,
          text: review.changesText,
          label: review.note,
          submit: review.changesSubmit,
          done: review.changesDone,
        }}
      />
      <NoteDialog
        id={id}
        opened={openDialog === 'refuse'}
        onClose={close}
        mutation={refuseMutation}
        words={{
          title: review.refuseTitle,
          text: review.refuseText,
          label: review.reason,
          submit: review.refuseSubmit,
          done: review.refuseDone,
        }}
      />
    </section>
  );
}
