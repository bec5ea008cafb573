import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../parts/ui/dialog';
import { DownloadIcon, MailIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { MessageForm } from './message-form';
import type { SelectedVolunteers } from './queries';
import { TagForm } from './tag-form';

interface VolunteerBulkProps {
  selected: SelectedVolunteers;
  count: number;
  file: string;
  onDone: () => void;
}

/** Actions for the selected volunteers: message, tag, standing, export. */
export function VolunteerBulk({ selected, count, file, onDone }: VolunteerBulkProps) {
  const { t } = useWords('volunteers');
  const [open, setOpen] = useState<'tag' | 'message' | null>(null);
  const labels = t.volunteers;
  const close = () => setOpen(null);
  const done = () => {
    close();
    onDone();
  };
  const title = open === 'tag' ? labels.tagTitle : labels.messageTitle;
  return (
    <>
      <Button size="xs" onClick={() => setOpen('tag')}>
        {labels.bulk.tag}
      </Button>
      <Button size="xs" variant="default" leftSection={<MailIcon size={14} />} onClick={() => setOpen('message')}>
        {labels.bulk.message}
      </Button>
      <Button size="xs" variant="default" component="a" href={file} download leftSection={<DownloadIcon size={14} />}>
        {labels.bulk.file}
      </Button>
      <Dialog opened={open !== null} onClose={close} title={title({ count })}>
        {open === 'tag' ? (
          <TagForm selected={selected} onDone={done} onCancel={close} />
        ) : (
          <MessageForm selected={selected} onDone={done} onCancel={close} />
        )}
      </Dialog>
    </>
  );
}
