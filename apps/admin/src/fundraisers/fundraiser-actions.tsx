import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Confirm } from '../parts/ui/confirm';
import { CloseIcon, DotsIcon, EditIcon, EyeIcon } from '../parts/ui/icons';
import { mayOrganize, mayReview, useMe } from '../session/use-me';
import { useChange } from '../api/use-api';
import { useWords } from '../words/words';
import { NoteDialog } from './note-dialog';
import { EndDialog } from './end-dialog';
import type { Fundraiser } from './queries';
import { deleteMutation, pauseMutation, resumeMutation, submitMutation } from './step-queries';

const isPublic = ['LIVE', 'PAUSED', 'ENDED'];
const isOpen = ['LIVE', 'PAUSED'];

export function FundraiserActions({ fundraiser }: { fundraiser: Fundraiser }) {
  const { t } = useWords('fundraisers');
  const me = useMe();
  const { review } = t.fundraisers;
  const { id, status } = fundraiser;
  const submit = useChange(submitMutation, { success: () => review.submitted });
  const resume = useChange(resumeMutation, { success: () => review.resumed });
  const writes = mayOrganize(me);
  return (
    <>
      {writes && (status === 'DRAFT' || status === 'CHANGES_REQUESTED') && (
        <Button onClick={() => submit.mutate({ input: { id } })} aria-disabled={submit.isPending}>
          {submit.isPending ? review.submitting : t.shared.submitForReview}
        </Button>
      )}
      {mayReview(me) && status === 'PAUSED' && (
        <Button onClick={() => resume.mutate({ input: { id } })} aria-disabled={resume.isPending}>
          {resume.isPending ? t.common.opening : review.resume}
        </Button>
      )}
      {writes && status !== 'REFUSED' && status !== 'ENDED' && (
        <Button variant="default" leftSection={<EditIcon />} component={Link} to={`/fundraisers/${id}/edit`}>
          {t.common.edit}
        </Button>
      )}
      {writes && status === 'DRAFT' && <DeleteDraft id={id} />}
      {isPublic.includes(status) && <MoreMenu fundraiser={fundraiser} />}
    </>
  );
}

function MoreMenu({ fundraiser }: { fundraiser: Fundraiser }) {
  const { t } = useWords('fundraisers');
  const { review } = t.fundraisers;
  const [openDialog, setOpenDialog] = useState<'pause' | 'end' | null>(null);
  const close = () => setOpenDialog(null);
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" aria-label={t.common.moreActions} px={8}>
            <DotsIcon />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<EyeIcon />} component="a" href={`/fundraisers/${fundraiser.slug}`}>
            {t.shared.publicPage}
          </Menu.Item>
          {fundraiser.status === 'LIVE' && <Menu.Item onClick={() => setOpenDialog('pause')}>{review.pause}</Menu.Item>}
          {isOpen.includes(fundraiser.status) && (
            <Menu.Item c="var(--u-clay)" onClick={() => setOpenDialog('end')}>
              {review.end}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <NoteDialog
        id={fundraiser.id}
        opened={openDialog === 'pause'}
        onClose={close}
        mutation={pauseMutation}
        words={{
          title: review.pauseTitle,
          text: review.pauseText,
          label: review.reason,
          submit: review.pauseSubmit,
          done: review.paused,
        }}
      />
      <EndDialog id={fundraiser.id} opened={openDialog === 'end'} onClose={close} />
    </>
  );
}

function DeleteDraft({ id }: { id: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [opened, setOpened] = useState(false);
  const change = useChange(deleteMutation, {
    quiet: true,
    success: () => t.shared.draftDeleted,
    onDone: () => void navigate('/fundraisers'),
  });
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" aria-label={t.common.moreActions} px={8}>
            <DotsIcon />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<CloseIcon />} c="var(--u-clay)" onClick={() => setOpened(true)}>
            {t.shared.deleteDraft}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={opened}
        onClose={() => setOpened(false)}
        title={t.shared.deleteDraftTitle}
        text={t.shared.draftUnseen}
        submitLabel={t.shared.deleteNow}
        pendingLabel={t.shared.deleting}
        pending={change.isPending}
        error={change.error}
        onConfirm={() => change.mutate({ id })}
      />
    </>
  );
}
