import { Alert, Button, Group, Stack, TextInput, UnstyledButton } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { useWords } from '../words/words';
import { requestSignInCodeMutation, signInWithCodeMutation } from './queries';
import { Refused } from './refused';
import type { SignInState } from './sign-in';
import classes from './sign-in.module.css';
import { StepHeading } from './step-heading';

/** A code by e-mail: first the address, then the code. The answer never tells whether the address is known. */
export function CodeForm({ onState, onPassword }: { onState: (state: SignInState) => void; onPassword: () => void }) {
  const { t, locale } = useWords();
  const [email, setEmail] = useState('');
  const [code, setCode] = useState('');
  const [sent, setSent] = useState(false);
  const request = useChange(requestSignInCodeMutation, { quiet: true, onDone: () => setSent(true) });
  const signIn = useChange(signInWithCodeMutation, {
    quiet: true,
    onDone: (done) => onState(done.signInWithCode.state),
  });
  const send = () => request.mutate({ email: email.trim(), locale: locale === 'es' ? 'ES' : 'EN' });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (request.isPending || signIn.isPending) return;
    if (!sent && email !== '') send();
    if (sent && code !== '') signIn.mutate({ email: email.trim(), code: code.replace(/\s/g, '') });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <StepHeading title={t.signIn.codeTitle} lead={t.signIn.codeLead} />
        {sent && (
          <Alert color="evergreen" role="status">
            {t.signIn.codeSent(email.trim())}
          </Alert>
        )}
        <Refused error={signIn.error ?? request.error} />
        {!sent ? (
          <TextInput
            label={t.signIn.email}
            type="email"
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
        ) : (
          <TextInput
            label={t.signIn.code}
            className={classes.digits}
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        )}
        <Button type="submit" size="md" aria-disabled={request.isPending || signIn.isPending}>
          {!sent && (request.isPending ? t.signIn.sendingCode : t.signIn.sendCode)}
          {sent && (signIn.isPending ? t.signIn.checking : t.signIn.submit)}
        </Button>
        <Group justify="space-between">
          <UnstyledButton className={classes.other} onClick={onPassword}>
            {t.signIn.passwordInstead}
          </UnstyledButton>
          {sent && (
            <UnstyledButton className={classes.other} onClick={send}>
              {t.signIn.sendAgain}
            </UnstyledButton>
          )}
        </Group>
      </Stack>
    </form>
  );
}
