import { Button, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Dialog } from '../parts/ui/dialog';
import { CloseIcon, PlusIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { untagMutation, type VolunteerDetails } from './queries';
import { TagForm } from './tag-form';
import classes from './volunteers.module.css';

/** The tags of a volunteer, each with the way to take it away. */
export function Tags({ volunteer: { id, tags } }: { volunteer: VolunteerDetails }) {
  const { t } = useWords('volunteers');
  const say = t.volunteers;
  const [adding, setAdding] = useState(false);
  const untag = useChange(untagMutation, { success: () => say.untagDone });
  const close = () => setAdding(false);
  return (
    <>
      <ul className={classes.tags} aria-label={say.tags}>
        {tags.map((tag) => (
          <li key={tag} className={classes.tag}>
            {tag}
            <UnstyledButton
              className={classes.untag}
              aria-label={say.untag({ tag })}
              onClick={() => untag.mutate({ ids: [id], tag })}
            >
              <CloseIcon size={13} />
            </UnstyledButton>
          </li>
        ))}
        <li>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<PlusIcon size={14} />}
            onClick={() => setAdding(true)}
          >
            {say.addTag}
          </Button>
        </li>
      </ul>
      <Dialog opened={adding} onClose={close} title={say.addTag}>
        <TagForm selected={{ ids: [id] }} onDone={close} onCancel={close} />
      </Dialog>
    </>
  );
}
