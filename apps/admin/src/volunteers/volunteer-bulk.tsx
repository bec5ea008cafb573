import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../parts/ui/dialog';
import { DownloadIcon, MailIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { exportOf } from './export-path';
import { MessageForm } from './message-form';
import { TagForm } from './tag-form';

/** What is done with the volunteers that were chosen. */
export function VolunteerBulk({
  volunteers,
  onDone,
}: {
  volunteers: ReadonlyArray<{ id: string }>;
  onDone: () => void;
}) {
  const { t } = useWords('volunteers');
  const [open, setOpen] = useState<'tag' | 'message' | null>(null);
  const say = t.volunteers;
  const close = () => setOpen(null);
  const done = () => {
    close();
    onDone();
  };
  const ids = volunteers.map(({ id }) => id);
  const title = open === 'tag' ? say.tagTitle : say.messageTitle;
  return (
    <>
      <Button size="xs" onClick={() => setOpen('tag')}>
        {say.bulk.tag}
      </Button>
      <Button size="xs" variant="default" leftSection={<MailIcon size={14} />} onClick={() => setOpen('message')}>
        {say.bulk.message}
      </Button>
      <Button
        size="xs"
        variant="default"
        component="a"
        href={exportOf(volunteers)}
        download
        leftSection={<DownloadIcon size={14} />}
      >
        {say.bulk.file}
      </Button>
      <Dialog opened={open !== null} onClose={close} title={title({ count: ids.length })}>
        {open === 'tag' ? (
          <TagForm ids={ids} onDone={done} onCancel={close} />
        ) : (
          <MessageForm ids={ids} onDone={done} onCancel={close} />
        )}
      </Dialog>
    </>
  );
}
