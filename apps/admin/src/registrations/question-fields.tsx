import { ActionIcon, Button, Stack } from '@mantine/core';
import { type models } from '@upstander/web-kit';
import { FormField } from '../parts/forms/form-field';
import { LinesField } from '../parts/forms/lines-field';
import type { useModelForm } from '../parts/forms/form';
import type { FieldLabels } from '../parts/forms/form-fields';
import { CloseIcon, PlusIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import classes from './registrations.module.css';

type SettingsForm = ReturnType<typeof useModelForm<typeof models.RegistrationFormInput, 'version', FieldLabels>>;

const maxQuestions = 5;
const kinds = ['SHORT_TEXT', 'LONG_TEXT', 'NUMBER', 'YES_NO', 'CHOICE'] as const;

export function QuestionFields({ form }: { form: SettingsForm }) {
  const { t, words } = useWords('registrations');
  const labels = t.registrations.form;
  const questions = form.rows('questions', labels.questions);
  return (
    <Stack>
      {questions.map((question, index) => (
        <fieldset key={question.key} className={classes.question}>
          <legend className={classes.legend}>{t.shared.questionNumber({ number: index + 1 })}</legend>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            className={classes.remove}
            aria-label={labels.questions.removeNumbered({ number: index + 1 })}
            title={t.common.remove}
            onClick={question.remove}
          >
            <CloseIcon />
          </ActionIcon>
          <FormField form={question} name="label" maxLength={200} />
          <FormField
            form={question}
            name="kind"
            choices={kinds.map((kind) => ({ value: kind, label: words.enums.registrationQuestionKind[kind] }))}
          />
          {question.values.kind === 'CHOICE' && <LinesField form={question} name="choices" />}
          <FormField form={question} name="isRequired" />
        </fieldset>
      ))}
      {questions.length < maxQuestions && (
        <div>
          <Button
            variant="default"
            leftSection={<PlusIcon />}
            onClick={() => form.addRow('questions', { kind: 'SHORT_TEXT' })}
          >
            {labels.addQuestion}
          </Button>
        </div>
      )}
    </Stack>
  );
}
