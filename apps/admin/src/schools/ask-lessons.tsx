import { Button, TextInput } from '@mantine/core';
import { limits } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useEntry } from '../parts/forms/use-entry';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { Section } from '../parts/ui/section';
import { useToday } from '../parts/ui/settings';
import { calendarDay } from '../parts/ui/when';
import { useWords } from '../words/words';
import { deleteLessonMutation, recordLessonMutation, type AskDetails } from './queries';
import { Removable } from './removable';
import classes from './schools.module.css';

/** Lessons that were held, as the school reports them. */
export function AskLessons({ ask: { id, lessons } }: { ask: AskDetails }) {
  const { t, locale } = useWords('schools');
  const say = t.schools;
  const [adding, setAdding] = useState(false);
  const [deleting, setDeleting] = useState<string | null>(null);
  return (
    <Section
      title={say.lessons}
      lead={say.lessonsLead}
      apart
      actions={
        <Button variant="default" size="compact-md" onClick={() => setAdding(true)}>
          {say.addLesson}
        </Button>
      }
    >
      {lessons.length === 0 && <p className={classes.none}>{say.noLessons}</p>}
      <ul className={classes.parts} aria-label={say.lessons}>
        {lessons.map(({ id: lesson, curriculum, students, taughtOn }) => (
          <Removable key={lesson} label={say.deleteLesson} onRemove={() => setDeleting(lesson)}>
            {say.lesson({ curriculum, students })}
            <span className={classes.quiet}>{calendarDay(locale, taughtOn)}</span>
          </Removable>
        ))}
      </ul>
      <Dialog opened={adding} onClose={() => setAdding(false)} title={say.addLesson}>
        <LessonForm askId={id} onDone={() => setAdding(false)} />
      </Dialog>
      {deleting && (
        <ConfirmChange
          opened
          onClose={() => setDeleting(null)}
          title={say.deleteLesson}
          text={say.deleteLessonText}
          submit={say.deleteLesson}
          working={say.deleting}
          mutation={deleteLessonMutation}
          variables={() => ({ id: deleting })}
          done={say.lessonDeleted}
        />
      )}
    </Section>
  );
}

function LessonForm({ askId, onDone }: { askId: string; onDone: () => void }) {
  const today = useToday();
  const say = useWords('schools').t.schools;
  const add = useChange(recordLessonMutation, { quiet: true, success: () => say.lessonAdded, onDone });
  const form = useEntry({
    initial: { taughtOn: '', students: '', curriculum: '' },
    required: ['taughtOn', 'students', 'curriculum'],
    limits: limits.Lesson,
    change: add,
    send: ({ taughtOn, students, curriculum }) =>
      add.mutate({ id: askId, input: { taughtOn, students: Number(students), curriculum } }),
  });
  return (
    <Form of={form} submit={say.addLesson} working={say.addingLesson} onCancel={onDone}>
      <TextInput type="date" max={today} label={say.taughtOn} {...form.field('taughtOn')} />
      <TextInput
        type="number"
        min={1}
        label={say.students}
        description={say.studentsHint}
        {...form.field('students')}
      />
      <TextInput label={say.curriculum} {...form.field('curriculum')} />
    </Form>
  );
}
