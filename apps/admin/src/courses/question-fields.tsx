import { Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useWords } from '../words/words';
import classes from './courses.module.css';
import { noAnswer, type CourseFormValues } from './course-values';

const maxAnswers = 5;

interface QuestionFieldsProps {
  form: UseFormReturnType<CourseFormValues>;
  path: string;
  number: number;
  lesson: number;
  place: number;
}

/** A question in both languages. Each answer has an explanation, and one is correct. */
export function QuestionFields({ form, path, number, lesson, place }: QuestionFieldsProps) {
  const labels = useWords('courses').t.courses.form;
  const question = form.values.lessons[lesson]?.questions[place];
  if (!question) return null;
  const named = labels.question({ number });
  const error = form.errors[`${path}.answers`] ?? form.errors[`${path}.right`];
  const both = (at: string, label: string) => (
    <div className={classes.both}>
      {(['en', 'es'] as const).map((one) => (
        <Textarea
          key={one}
          autosize
          minRows={1}
          lang={one}
          label={`${label} (${labels.languages[one]})`}
          maxLength={400}
          {...form.getInputProps(`${at}.${one}`)}
        />
      ))}
    </div>
  );
  return (
    <fieldset className={classes.question}>
      <legend>{named}</legend>
      {both(`${path}.question`, labels.asked)}
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      <Radio.Group
        label={labels.right}
        value={String(question.right)}
        onChange={(value) => form.setFieldValue(`${path}.right`, Number(value) as never)}
      >
        <Stack mt="xs">
          {question.answers.map((_, a) => {
            const answer = labels.answer({ number: a + 1 });
            return (
              <div key={a} className={classes.answer}>
                <Group justify="space-between">
                  <Radio value={String(a)} label={labels.isRight({ answer })} />
                  {question.answers.length > 2 && (
                    <Button
                      {...{ size: 'compact-xs', variant: 'default' }}
                      aria-label={`${labels.remove}: ${named}, ${answer}`}
                      onClick={() => {
                        form.removeListItem(`${path}.answers`, a);
                        if (question.right >= a)
                          form.setFieldValue(`${path}.right`, Math.max(0, question.right - 1) as never);
                      }}
                    >
                      {labels.remove}
                    </Button>
                  )}
                </Group>
                {both(`${path}.answers.${a}.text`, answer)}
                {both(`${path}.answers.${a}.why`, labels.why)}
              </div>
            );
          })}
        </Stack>
      </Radio.Group>
      <Group gap={6} mt="xs">
        {question.answers.length < maxAnswers && (
          <Button
            {...{ size: 'compact-xs', variant: 'default' }}
            aria-label={`${labels.addAnswer}: ${named}`}
            onClick={() => form.insertListItem(`${path}.answers`, noAnswer())}
          >
            {labels.addAnswer}
          </Button>
        )}
        <Button
          {...{ size: 'compact-xs', variant: 'default' }}
          aria-label={`${labels.removeQuestion}: ${named}`}
          onClick={() => form.removeListItem(`lessons.${lesson}.questions`, place)}
        >
          {labels.removeQuestion}
        </Button>
      </Group>
    </fieldset>
  );
}
