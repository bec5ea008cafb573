import { Button, Group, Radio, Stack } from '@mantine/core';
import { FormField } from '../parts/forms/form-field';
import type { FormFields, RowFields } from '../parts/forms/form-fields';
import { useWords } from '../words/words';
import classes from './courses.module.css';
import type { QuestionValues } from './course-values';

const maxAnswers = 5;

interface QuestionFieldsProps {
  form: RowFields<QuestionValues>;
  number: number;
}

export function QuestionFields({ form, number }: QuestionFieldsProps) {
  const { t } = useWords('courses');
  const labels = t.courses.form;
  const questionTitle = t.shared.questionNumber({ number });
  const answers = form.rows('answers');
  const right = Number(form.values.right);
  const error = form.errorOf('answers') ?? form.errorOf('right');
  return (
    <fieldset className={classes.question}>
      <legend>{questionTitle}</legend>
      <BothLanguages form={form.nested('question')} label={labels.asked} />
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      <Radio.Group label={labels.right} value={form.values.right} onChange={(value) => form.set('right', value)}>
        <Stack mt="xs">
          {answers.map((answer, at) => {
            const answerLabel = labels.answer({ number: at + 1 });
            return (
              <div key={answer.key} className={classes.answer}>
                <Group justify="space-between">
                  <Radio value={String(at)} label={labels.isRight({ answer: answerLabel })} />
                  {answers.length > 2 && (
                    <Button
                      {...{ size: 'compact-xs', variant: 'default' }}
                      aria-label={`${t.common.remove}: ${questionTitle}, ${answerLabel}`}
                      onClick={() => {
                        answer.remove();
                        if (right >= at) form.set('right', String(Math.max(0, right - 1)));
                      }}
                    >
                      {t.common.remove}
                    </Button>
                  )}
                </Group>
                <BothLanguages form={answer.nested('text')} label={answerLabel} />
                <BothLanguages form={answer.nested('explanation')} label={labels.explanation} />
              </div>
            );
          })}
        </Stack>
      </Radio.Group>
      <Group gap={8} mt="xs">
        {answers.length < maxAnswers && (
          <Button
            {...{ size: 'compact-xs', variant: 'default' }}
            aria-label={`${labels.addAnswer}: ${questionTitle}`}
            onClick={() => form.addRow('answers')}
          >
            {labels.addAnswer}
          </Button>
        )}
        <Button
          {...{ size: 'compact-xs', variant: 'default' }}
          aria-label={`${labels.removeQuestion}: ${questionTitle}`}
          onClick={form.remove}
        >
          {labels.removeQuestion}
        </Button>
      </Group>
    </fieldset>
  );
}

function BothLanguages({ form, label }: { form: FormFields<QuestionValues['question']>; label: string }) {
  const { languages } = useWords('courses').t.courses.form;
  return (
    <div className={classes.both}>
      {(['en', 'es'] as const).map((one) => (
        <FormField
          key={one}
          form={form}
          name={one}
          lang={one}
          label={`${label} (${languages[one]})`}
          as="textarea"
          minRows={1}
          maxLength={400}
          required={false}
        />
      ))}
    </div>
  );
}
