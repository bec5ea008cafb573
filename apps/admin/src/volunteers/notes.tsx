import { ActionIcon } from '@mantine/core';
import { limits, models } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { ConfirmChange } from '../parts/ui/confirm';
import { CloseIcon } from '../parts/ui/icons';
import { formatDateTime } from '../parts/ui/dates';
import { IfMayChange } from '../parts/ui/page-access';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { ChapterField, useChapterChoice } from './chapter-field';
import { addNoteMutation, deleteNoteMutation, type VolunteerDetails } from './queries';
import classes from './volunteers.module.css';

export function Notes({ volunteer: { id, notes } }: { volunteer: VolunteerDetails }) {
  const { t, labels, locale } = useWords('volunteers');
  const [noteToDelete, setNoteToDelete] = useState<string | null>(null);
  // Increments after each note to reset the form.
  const [written, setWritten] = useState(0);
  return (
    <>
      <IfMayChange>
        <NoteForm key={written} volunteerId={id} onDone={() => setWritten((count) => count + 1)} />
      </IfMayChange>
      {notes.length === 0 && <p className={classes.none}>{t.shared.noNotesYet}</p>}
      <ul className={classes.notes} aria-label={t.common.notes}>
        {notes.map(({ id: noteId, body, author, createdAt, mayDelete }) => (
          <li key={noteId} className={classes.note}>
            <div>
              <p className={classes.words}>{body}</p>
              <span className={classes.quiet}>
                {author
                  ? labels.by({ when: formatDateTime(locale, createdAt), name: author })
                  : formatDateTime(locale, createdAt)}
              </span>
            </div>
            {mayDelete && (
              <IfMayChange>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={28}
                  aria-label={labels.deleteNote}
                  onClick={() => setNoteToDelete(noteId)}
                >
                  <CloseIcon size={14} />
                </ActionIcon>
              </IfMayChange>
            )}
          </li>
        ))}
      </ul>
      {noteToDelete && (
        <ConfirmChange
          onClose={() => setNoteToDelete(null)}
          title={labels.deleteNote}
          text={labels.deleteNoteText}
          submitLabel={labels.deleteNote}
          pendingLabel={t.common.deleting}
          mutation={deleteNoteMutation}
          variables={() => ({ id: noteToDelete })}
          successMessage={labels.noteDeleted}
        />
      )}
    </>
  );
}

function NoteForm({ volunteerId, onDone }: { volunteerId: string; onDone: () => void }) {
  const { t, labels } = useWords('volunteers');
  const { initial, names } = useChapterChoice();
  const addNote = useChange(addNoteMutation, { quiet: true, success: () => labels.noteAdded, onDone });
  const form = useModelForm(models.AddVolunteerNoteArguments, null, {
    omit: ['volunteerId'],
    labels: { body: labels.note },
    initial: { chapterId: initial },
    limits: limits.Note,
    change: addNote,
    send: (input) => addNote.mutate({ ...input, volunteerId }),
  });
  return (
    <Form form={form} submitLabel={t.shared.addNote} pendingLabel={t.common.adding}>
      <FormField form={form} name="body" as="textarea" maxRows={10} />
      <ChapterField label={labels.for} names={names} {...form.field('chapterId')} />
    </Form>
  );
}
