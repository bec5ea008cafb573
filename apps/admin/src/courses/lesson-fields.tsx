import { Button, Group, NativeSelect } from '@mantine/core';
import type { FormFields } from '../parts/forms/form-fields';
import { PlusIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import classes from './courses.module.css';
import { newLesson, newQuestion, type CourseFormValues } from './course-values';
import { QuestionFields } from './question-fields';
import type { Choices } from './queries';

const mostLessons = 12;
const maxQuestions = 8;

interface LessonFieldsProps {
  form: FormFields<CourseFormValues>;
  articles: ReadonlyArray<Choices['manageArticles']['edges'][number]['node']>;
}

export function LessonFields({ form, articles }: LessonFieldsProps) {
  const { t } = useWords('courses');
  const labels = t.courses.form;
  const lessons = form.rows('lessons');
  const error = form.errorOf('lessons');
  const usedArticleIds = new Set(lessons.map(({ values }) => values.articleId));
  const unusedArticle = articles.find(({ id }) => !usedArticleIds.has(id));
  return (
    <>
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      {lessons.map((lesson, at) => {
        const lessonTitle = labels.lesson({ number: at + 1 });
        const questions = lesson.rows('questions');
        const questionsError = lesson.errorOf('questions');
        return (
          <section key={lesson.key} className={classes.lesson} aria-label={lessonTitle}>
            <div className={classes.top}>
              <NativeSelect
                label={lessonTitle}
                className={classes.grows}
                data={articles.map(({ id, title, slug, status }) => ({
                  value: id,
                  label: status === 'PUBLISHED' ? title : labels.notOnSite({ title: title || slug }),
                }))}
                {...lesson.field('articleId')}
                required={false}
              />
              <Group gap={8}>
                <Button
                  {...{ size: 'xs', variant: 'default', disabled: at === 0 }}
                  aria-label={`${labels.up}: ${lessonTitle}`}
                  onClick={() => lesson.move(-1)}
                >
                  {labels.up}
                </Button>
                <Button
                  {...{ size: 'xs', variant: 'default', disabled: at === lessons.length - 1 }}
                  aria-label={`${labels.down}: ${lessonTitle}`}
                  onClick={() => lesson.move(1)}
                >
                  {labels.down}
                </Button>
                <Button
                  {...{ size: 'xs', variant: 'default' }}
                  aria-label={`${t.common.remove}: ${lessonTitle}`}
                  onClick={lesson.remove}
                >
                  {t.common.remove}
                </Button>
              </Group>
            </div>
            {questionsError && (
              <p role="alert" className={classes.error}>
                {questionsError}
              </p>
            )}
            {questions.map((question, place) => (
              <QuestionFields key={question.key} form={question} number={place + 1} />
            ))}
            {questions.length < maxQuestions && (
              <Button
                {...{ size: 'xs', variant: 'default', leftSection: <PlusIcon /> }}
                aria-label={`${labels.addQuestion}: ${lessonTitle}`}
                onClick={() => lesson.addRow('questions', newQuestion())}
              >
                {labels.addQuestion}
              </Button>
            )}
          </section>
        );
      })}
      {unusedArticle && lessons.length < mostLessons && (
        <Button
          {...{ size: 'sm', variant: 'default', leftSection: <PlusIcon /> }}
          onClick={() => form.addRow('lessons', newLesson(unusedArticle.id))}
        >
          {labels.addLesson}
        </Button>
      )}
    </>
  );
}
