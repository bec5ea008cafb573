import { ActionIcon, Textarea } from '@mantine/core';
import { limits } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { ConfirmChange } from '../parts/ui/confirm';
import { CloseIcon } from '../parts/ui/icons';
import { formatDateTime } from '../parts/ui/when';
import { useWords } from '../words/words';
import { ChapterField, useAsChapter } from './chapter-field';
import { addNoteMutation, deleteNoteMutation, type VolunteerDetails } from './queries';
import classes from './volunteers.module.css';

/** What staff wrote about a volunteer, and a new note. */
export function Notes({ volunteer: { id, notes } }: { volunteer: VolunteerDetails }) {
  const { t, locale } = useWords('volunteers');
  const say = t.volunteers;
  const [deleting, setDeleting] = useState<string | null>(null);
  // Each note begins on an empty form.
  const [written, setWritten] = useState(0);
  return (
    <>
      <NoteForm key={written} volunteerId={id} onDone={() => setWritten((count) => count + 1)} />
      {notes.length === 0 && <p className={classes.none}>{say.noNotes}</p>}
      <ul className={classes.notes} aria-label={say.notes}>
        {notes.map(({ id: note, body, author, createdAt, mayDelete }) => (
          <li key={note} className={classes.note}>
            <div>
              <p className={classes.words}>{body}</p>
              <span className={classes.quiet}>
                {author
                  ? say.by({ when: formatDateTime(locale, createdAt), name: author })
                  : formatDateTime(locale, createdAt)}
              </span>
            </div>
            {mayDelete && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={28}
                aria-label={say.deleteNote}
                onClick={() => setDeleting(note)}
              >
                <CloseIcon size={14} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {deleting && (
        <ConfirmChange
          opened
          onClose={() => setDeleting(null)}
          title={say.deleteNote}
          text={say.deleteNoteText}
          submit={say.deleteNote}
          working={say.deletingNote}
          mutation={deleteNoteMutation}
          variables={() => ({ id: deleting })}
          done={say.noteDeleted}
        />
      )}
    </>
  );
}

function NoteForm({ volunteerId, onDone }: { volunteerId: string; onDone: () => void }) {
  const { t } = useWords('volunteers');
  const say = t.volunteers;
  const { initial, names } = useAsChapter();
  const add = useChange(addNoteMutation, { quiet: true, success: () => say.noteAdded, onDone });
  const form = useMutationForm({
    initial: { body: '', chapterId: initial },
    required: ['body'],
    limits: limits.Note,
    change: add,
    send: ({ body, chapterId }) => add.mutate({ volunteerId, body, chapterId: chapterId || null }),
  });
  return (
    <Form form={form} submit={say.addNote} working={say.addingNote}>
      <Textarea label={say.note} autosize minRows={2} maxRows={10} {...form.field('body')} />
      <ChapterField label={say.for} names={names} {...form.field('chapterId')} />
    </Form>
  );
}
