import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import { ConfirmChange } from '../parts/ui/confirm';
import { formatDateTime } from '../parts/ui/dates';
import { isAdmin, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { duplicatesQuery, undoMergeMutation } from './merge-queries';
import type { VolunteerDetails } from './queries';
import classes from './volunteers.module.css';

export function PossibleDuplicates({ volunteerId }: { volunteerId: string }) {
  const { t, words } = useWords('volunteers');
  const { data } = useRead(duplicatesQuery, { volunteerId }, { enabled: isAdmin(useMe()) });
  const duplicates = data?.volunteerDuplicates ?? [];
  if (duplicates.length === 0) return null;
  return (
    <Alert color="amber" title={t.volunteers.merge.maybe} mb="lg">
      <ul className={classes.plain}>
        {duplicates.map(({ id, duplicate, reason }) => (
          <li key={id}>
            <Link to={`/volunteers/${volunteerId}/merge/${duplicate.id}`}>
              {duplicate.name}, {duplicate.email ?? t.common.noEmail}
            </Link>{' '}
            ({words.enums.volunteerDuplicateReason[reason]})
          </li>
        ))}
      </ul>
    </Alert>
  );
}

export function Merged({ volunteer: { merges } }: { volunteer: VolunteerDetails }) {
  const { t, locale } = useWords('volunteers');
  const labels = t.volunteers.merge;
  const mayUndo = isAdmin(useMe());
  const [mergeToUndo, setMergeToUndo] = useState<string | null>(null);
  return (
    <>
      <ul className={classes.plain}>
        {merges.map(({ id, email, by, mergedAt, undoableUntil }) => (
          <li key={id} className={classes.message}>
            {email === null ? labels.wasWithoutEmail : labels.was({ email })}
            <span className={classes.quiet}>
              {by
                ? t.volunteers.by({ when: formatDateTime(locale, mergedAt), name: by })
                : formatDateTime(locale, mergedAt)}
            </span>
            {undoableUntil && mayUndo && (
              <>
                <span className={classes.quiet}>
                  {labels.undoUntil({ when: formatDateTime(locale, undoableUntil) })}
                </span>
                <Button size="compact-sm" variant="default" mt={4} onClick={() => setMergeToUndo(id)}>
                  {labels.undo}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {mergeToUndo && (
        <ConfirmChange
          onClose={() => setMergeToUndo(null)}
          title={labels.undoTitle}
          text={labels.undoText}
          submitLabel={labels.undo}
          pendingLabel={t.shared.undoing}
          mutation={undoMergeMutation}
          variables={() => ({ id: mergeToUndo })}
          successMessage={labels.undone}
        />
      )}
    </>
  );
}
