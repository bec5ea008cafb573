import { Button, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Dialog } from '../parts/ui/dialog';
import { CloseIcon, PlusIcon } from '../parts/ui/icons';
import { IfMayChange } from '../parts/ui/page-access';
import { useWords } from '../words/words';
import { untagMutation, type VolunteerDetails } from './queries';
import { TagForm } from './tag-form';
import classes from './volunteers.module.css';

export function Tags({ volunteer: { id, tags } }: { volunteer: VolunteerDetails }) {
  const { labels } = useWords('volunteers');
  const [isAdding, setIsAdding] = useState(false);
  const untag = useChange(untagMutation, { success: () => labels.untagDone });
  const close = () => setIsAdding(false);
  return (
    <>
      <ul className={classes.tags} aria-label={labels.tags}>
        {tags.map((tag) => (
          <li key={tag} className={classes.tag}>
            {tag}
            <IfMayChange>
              <UnstyledButton
                className={classes.untag}
                aria-label={labels.untag({ tag })}
                onClick={() => untag.mutate({ ids: [id], tag })}
              >
                <CloseIcon size={13} />
              </UnstyledButton>
            </IfMayChange>
          </li>
        ))}
        <IfMayChange>
          <li>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<PlusIcon size={14} />}
              onClick={() => setIsAdding(true)}
            >
              {labels.addTag}
            </Button>
          </li>
        </IfMayChange>
      </ul>
      <Dialog opened={isAdding} onClose={close} title={labels.addTag}>
        <TagForm selected={{ ids: [id] }} onDone={close} onCancel={close} />
      </Dialog>
    </>
  );
}
