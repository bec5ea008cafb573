import { limits, models } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { ConfirmChange } from '../parts/ui/confirm';
import { formatDateTime } from '../parts/ui/dates';
import { IfMayChange } from '../parts/ui/page-access';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { addNoteMutation, deleteNoteMutation, type AskDetails } from './queries';
import { Removable } from './removable';
import classes from './schools.module.css';

export function AskNotes({ ask: { id, notes } }: { ask: AskDetails }) {
  const { t, labels, locale } = useWords('schools');
  const [noteToDelete, setNoteToDelete] = useState<string | null>(null);
  // Increments after each note to reset the form.
  const [written, setWritten] = useState(0);
  return (
    <>
      <IfMayChange>
        <NoteForm key={written} askId={id} onDone={() => setWritten((count) => count + 1)} />
      </IfMayChange>
      {notes.length === 0 && <p className={classes.none}>{t.shared.noNotesYet}</p>}
      <ul className={classes.parts} aria-label={t.common.notes}>
        {notes.map(({ id: noteId, body, author, createdAt, mayDelete }) => (
          <Removable
            key={noteId}
            label={mayDelete ? labels.deleteNote : undefined}
            onRemove={() => setNoteToDelete(noteId)}
          >
            <p className={classes.words}>{body}</p>
            <span className={classes.quiet}>
              {author
                ? labels.by({ when: formatDateTime(locale, createdAt), name: author })
                : formatDateTime(locale, createdAt)}
            </span>
          </Removable>
        ))}
      </ul>
      {noteToDelete && (
        <ConfirmChange
          onClose={() => setNoteToDelete(null)}
          title={labels.deleteNote}
          text={labels.deleteNoteText}
          submitLabel={labels.deleteNote}
          pendingLabel={labels.deleting}
          mutation={deleteNoteMutation}
          variables={() => ({ id: noteToDelete })}
          successMessage={labels.noteDeleted}
        />
      )}
    </>
  );
}

function NoteForm({ askId, onDone }: { askId: string; onDone: () => void }) {
  const { t, labels } = useWords('schools');
  const addNote = useChange(addNoteMutation, { quiet: true, success: () => labels.noteAdded, onDone });
  const form = useModelForm(models.AddSchoolNoteArguments, null, {
    omit: ['id'],
    labels: { body: t.shared.note },
    limits: limits.AskNote,
    change: addNote,
    send: (input) => addNote.mutate({ ...input, id: askId }),
  });
  return (
    <Form form={form} submitLabel={t.shared.addNote} pendingLabel={labels.addingNote}>
      <FormField form={form} name="body" as="textarea" maxRows={10} />
    </Form>
  );
}
