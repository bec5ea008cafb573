import { isRefusal } from '@upstander/api-client';
import { useState, type FormEvent } from 'react';
import { fieldReason } from '../api/explain';
import { useStartWords } from '../words/start-words';
import { PasswordField, Submit, fieldReader, StepLink } from './controls';
import { resetPasswordMutation } from './queries';
import { Refused } from './refused';
import { StepHeading } from './step-heading';
import { useStep } from './use-step';

const shortest = 15;

export function NewPasswordForm({ onDone }: { onDone: () => void }) {
  const { t, words } = useStartWords();
  const [tooShort, setTooShort] = useState(false);
  const reset = useStep(resetPasswordMutation, { onDone });
  const refused = isRefusal(reset.error, 'BAD_INPUT') ? reset.error.fields['newPassword'] : undefined;
  const wrong = refused === undefined ? undefined : fieldReason(words, refused);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const newPassword = fieldReader(event.currentTarget)('newPassword');
    const isShort = [...newPassword].length < shortest;
    setTooShort(isShort);
    if (!isShort && !reset.pending) void reset.send({ newPassword });
  };

  return (
    <form method="post" className="steps" onSubmit={submit} noValidate>
      <StepHeading title={t.signIn.forgotTitle} lead={t.signIn.resetLead} />
      <Refused error={wrong === undefined ? reset.error : null} />
      <PasswordField
        label={t.signIn.newPassword}
        name="newPassword"
        autoComplete="new-password"
        autoFocus
        error={tooShort ? t.signIn.tooShort : wrong}
      />
      <Submit isBusy={reset.pending}>{reset.pending ? t.signIn.resetSaving : t.signIn.resetSubmit}</Submit>
      <StepLink onGo={onDone}>{t.signIn.resetNot}</StepLink>
    </form>
  );
}
