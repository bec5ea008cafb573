import { Button, PasswordInput, Stack, UnstyledButton } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ApiRefusal } from '../api/answers';
import { useChange } from '../api/use-api';
import { useFields } from '../parts/use-fields';
import { useWords } from '../words/words';
import { resetPasswordMutation } from './queries';
import { Refused } from './refused';
import classes from './sign-in.module.css';
import { StepHeading } from './step-heading';

const shortest = 15;

/** The last step for whoever forgot their password, and has just signed in without it. */
export function NewPasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useWords();
  const reset = useChange(resetPasswordMutation, { quiet: true, onDone });
  const { values, field, complete } = useFields({ newPassword: '' }, ['newPassword'], reset.error);
  const [tooShort, setTooShort] = useState(false);
  const ofField = reset.error instanceof ApiRefusal && reset.error.fields['newPassword'] !== undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const short = [...values.newPassword].length < shortest;
    setTooShort(short);
    if (complete() && !short && !reset.isPending) reset.mutate({ newPassword: values.newPassword });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <StepHeading title={t.signIn.forgotTitle} lead={t.signIn.resetLead} />
        <Refused error={ofField ? null : reset.error} />
        <PasswordInput
          label={t.account.newPassword}
          autoComplete="new-password"
          autoFocus
          visibilityToggleButtonProps={{ 'aria-label': t.signIn.showPassword }}
          {...field('newPassword')}
          error={tooShort ? t.account.tooShort : field('newPassword').error}
        />
        <Button type="submit" size="md" aria-disabled={reset.isPending}>
          {reset.isPending ? t.signIn.resetSaving : t.signIn.resetSubmit}
        </Button>
        <UnstyledButton className={classes.other} onClick={onDone}>
          {t.signIn.resetNot}
        </UnstyledButton>
      </Stack>
    </form>
  );
}
