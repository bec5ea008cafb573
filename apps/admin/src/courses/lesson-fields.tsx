import { Button, Group, NativeSelect } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { PlusIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import classes from './courses.module.css';
import { noQuestion, type CourseFormValues } from './course-values';
import { QuestionFields } from './question-fields';
import type { Choices } from './queries';

const mostLessons = 12;
const maxQuestions = 8;

interface LessonFieldsProps {
  form: UseFormReturnType<CourseFormValues>;
  articles: ReadonlyArray<Choices['manageArticles']['edges'][number]['node']>;
}

export function LessonFields({ form, articles }: LessonFieldsProps) {
  const labels = useWords('courses').t.courses.form;
  const { lessons } = form.values;
  const error = form.errors['lessons'];
  const taken = new Set(lessons.map(({ articleId }) => articleId));
  const free = articles.find(({ id }) => !taken.has(id));
  return (
    <>
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      {lessons.map((lesson, at) => {
        const named = labels.lesson({ number: at + 1 });
        const path = `lessons.${at}`;
        return (
          <section key={lesson.articleId || at} className={classes.lesson} aria-label={named}>
            <div className={classes.top}>
              <NativeSelect
                label={named}
                className={classes.grows}
                data={articles.map(({ id, title, slug, status }) => ({
                  value: id,
                  label: status === 'PUBLISHED' ? title : labels.notOnSite({ title: title || slug }),
                }))}
                {...form.getInputProps(`${path}.articleId`)}
              />
              <Group gap={6}>
                <Button
                  {...{ size: 'xs', variant: 'default', disabled: at === 0 }}
                  aria-label={`${labels.up}: ${named}`}
                  onClick={() => form.reorderListItem('lessons', { from: at, to: at - 1 })}
                >
                  {labels.up}
                </Button>
                <Button
                  {...{ size: 'xs', variant: 'default', disabled: at === lessons.length - 1 }}
                  aria-label={`${labels.down}: ${named}`}
                  onClick={() => form.reorderListItem('lessons', { from: at, to: at + 1 })}
                >
                  {labels.down}
                </Button>
                <Button
                  {...{ size: 'xs', variant: 'default' }}
                  aria-label={`${labels.remove}: ${named}`}
                  onClick={() => form.removeListItem('lessons', at)}
                >
                  {labels.remove}
                </Button>
              </Group>
            </div>
            {form.errors[`${path}.questions`] && (
              <p role="alert" className={classes.error}>
                {form.errors[`${path}.questions`]}
              </p>
            )}
            {lesson.questions.map((_, q) => (
              <QuestionFields
                key={q}
                form={form}
                path={`${path}.questions.${q}`}
                number={q + 1}
                lesson={at}
                place={q}
              />
            ))}
            {lesson.questions.length < maxQuestions && (
              <Button
                {...{ size: 'xs', variant: 'default', leftSection: <PlusIcon /> }}
                aria-label={`${labels.addQuestion}: ${named}`}
                onClick={() => form.insertListItem(`${path}.questions`, noQuestion())}
              >
                {labels.addQuestion}
              </Button>
            )}
          </section>
        );
      })}
      {free && lessons.length < mostLessons && (
        <Button
          {...{ size: 'sm', variant: 'default', leftSection: <PlusIcon /> }}
          onClick={() => form.insertListItem('lessons', { articleId: free.id, questions: [noQuestion()] })}
        >
          {labels.addLesson}
        </Button>
      )}
    </>
  );
}
