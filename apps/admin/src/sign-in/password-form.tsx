import { Button, PasswordInput, Stack, TextInput, UnstyledButton } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { useStartWords } from '../words/words';
import { signInMutation } from './queries';
import { Refused } from './refused';
import type { SignInState } from './sign-in';
import classes from './sign-in.module.css';
import { StepHeading } from './step-heading';

interface PasswordFormProps {
  onState: (state: SignInState) => void;
  onCode: () => void;
  onForgot: () => void;
}

export function PasswordForm({ onState, onCode, onForgot }: PasswordFormProps) {
  const { t } = useStartWords();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const signIn = useChange(signInMutation, { quiet: true, onDone: ({ signIn: { state } }) => onState(state) });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (email !== '' && password !== '' && !signIn.isPending) signIn.mutate({ email: email.trim(), password });
  };
  const missing = (value: string) => (tried && value === '' ? t.fieldReasons.required : undefined);

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <StepHeading title={t.signIn.title} lead={t.signIn.lead} first />
        <Refused error={signIn.error} />
        <TextInput
          label={t.signIn.email}
          type="email"
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={missing(email)}
        />
        <PasswordInput
          label={t.signIn.password}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={missing(password)}
          visibilityToggleButtonProps={{ 'aria-label': t.signIn.showPassword }}
        />
        <Button type="submit" size="md" aria-disabled={signIn.isPending}>
          {signIn.isPending ? t.signIn.working : t.signIn.submit}
        </Button>
        <UnstyledButton className={classes.other} onClick={onForgot}>
          {t.signIn.forgot}
        </UnstyledButton>
        <UnstyledButton className={classes.other} onClick={onCode}>
          {t.signIn.codeInstead}
        </UnstyledButton>
      </Stack>
    </form>
  );
}
