import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../parts/ui/dialog';
import { DownloadIcon, MailIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { MessageForm } from './message-form';
import type { SelectedVolunteers } from './queries';
import { TagForm } from './tag-form';

interface VolunteerBulkProps {
  selection: SelectedVolunteers;
  count: number;
  file: string;
  onDone: () => void;
}

export function VolunteerBulk({ selection, count, file, onDone }: VolunteerBulkProps) {
  const { t, labels } = useWords('volunteers');
  const [openDialog, setOpenDialog] = useState<'tag' | 'message' | null>(null);
  const close = () => setOpenDialog(null);
  const handleDone = () => {
    close();
    onDone();
  };
  const title = openDialog === 'tag' ? labels.tagTitle : labels.messageTitle;
  return (
    <>
      <Button size="xs" onClick={() => setOpenDialog('tag')}>
        {labels.bulk.tag}
      </Button>
      <Button size="xs" variant="default" leftSection={<MailIcon size={14} />} onClick={() => setOpenDialog('message')}>
        {t.volunteers.message}
      </Button>
      <Button size="xs" variant="default" component="a" href={file} download leftSection={<DownloadIcon size={14} />}>
        {labels.bulk.file}
      </Button>
      <Dialog opened={openDialog !== null} onClose={close} title={title({ count })}>
        {openDialog === 'tag' ? (
          <TagForm selected={selection} onDone={handleDone} onCancel={close} />
        ) : (
          <MessageForm selected={selection} onDone={handleDone} onCancel={close} />
        )}
      </Dialog>
    </>
  );
}
