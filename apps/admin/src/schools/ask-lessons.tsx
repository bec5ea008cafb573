import { Button } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { Section } from '../parts/ui/section';
import { useToday } from '../session/settings';
import { calendarDay } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { deleteLessonMutation, recordLessonMutation, type AskDetails } from './queries';
import { Removable } from './removable';
import classes from './schools.module.css';

export function AskLessons({ ask: { id, lessons } }: { ask: AskDetails }) {
  const { t, labels, locale } = useWords('schools');
  const [isAdding, setIsAdding] = useState(false);
  const [lessonToDelete, setLessonToDelete] = useState<string | null>(null);
  return (
    <Section
      title={labels.lessons}
      lead={labels.lessonsLead}
      hasSpaceAbove
      actions={
        <Button variant="default" size="compact-md" onClick={() => setIsAdding(true)}>
          {labels.addLesson}
        </Button>
      }
    >
      {lessons.length === 0 && <p className={classes.none}>{labels.noLessons}</p>}
      <ul className={classes.parts} aria-label={labels.lessons}>
        {lessons.map(({ id: lesson, curriculum, students, taughtOn }) => (
          <Removable key={lesson} label={labels.deleteLesson} onRemove={() => setLessonToDelete(lesson)}>
            {labels.lesson({ curriculum, students })}
            <span className={classes.quiet}>{calendarDay(locale, taughtOn)}</span>
          </Removable>
        ))}
      </ul>
      <Dialog opened={isAdding} onClose={() => setIsAdding(false)} title={labels.addLesson}>
        <LessonForm askId={id} onDone={() => setIsAdding(false)} />
      </Dialog>
      {lessonToDelete && (
        <ConfirmChange
          onClose={() => setLessonToDelete(null)}
          title={labels.deleteLesson}
          text={labels.deleteLessonText}
          submitLabel={labels.deleteLesson}
          pendingLabel={labels.deleting}
          mutation={deleteLessonMutation}
          variables={() => ({ id: lessonToDelete })}
          successMessage={t.schools.noteDeleted}
        />
      )}
    </Section>
  );
}

function LessonForm({ askId, onDone }: { askId: string; onDone: () => void }) {
  const today = useToday();
  const { t, labels } = useWords('schools');
  const addLesson = useChange(recordLessonMutation, { quiet: true, success: () => t.schools.noteAdded, onDone });
  const form = useModelForm(models.SchoolLessonInput, null, {
    labels: labels,
    change: addLesson,
    send: (input) => addLesson.mutate({ id: askId, input }),
  });
  return (
    <Form form={form} submitLabel={labels.addLesson} pendingLabel={t.schools.addingNote} onCancel={onDone}>
      <FormField form={form} name="taughtOn" max={today} />
      <FormField form={form} name="students" />
      <FormField form={form} name="curriculum" />
    </Form>
  );
}
