import { Alert, Button, Group, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { isRefusal } from '@upstander/api-client';
import { useState, type FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { useStartWords } from '../words/words';
import { requestSignInCodeMutation, signInWithCodeMutation } from './queries';
import { Refused } from './refused';
import type { SignInState } from './sign-in';
import classes from './sign-in.module.css';
import { solvePuzzle, type Puzzle } from './solve-puzzle';
import { StepHeading } from './step-heading';

interface CodeFormProps {
  /** The code is the way to a new password. */
  forgot: boolean;
  onState: (state: SignInState) => void;
  onPassword: () => void;
}

/** A code by e-mail: first the address, then the code. The answer never tells whether the address is known. */
export function CodeForm({ forgot, onState, onPassword }: CodeFormProps) {
  const { t, locale } = useStartWords();
  const [email, setEmail] = useState('');
  const [code, setCode] = useState('');
  const [sent, setSent] = useState(false);
  const [solving, setSolving] = useState(false);
  const request = useChange(requestSignInCodeMutation, {
    quiet: true,
    onDone: () => {
      setSolving(false);
      setSent(true);
    },
    onFailed: (error) => {
      const puzzle = isRefusal(error, 'SOLUTION_NEEDED') && !solving ? error.details['puzzle'] : undefined;
      setSolving(puzzle !== undefined);
      if (puzzle !== undefined) void solvePuzzle(puzzle as Puzzle).then((solution) => send(solution));
      return puzzle !== undefined;
    },
  });
  const signIn = useChange(signInWithCodeMutation, {
    quiet: true,
    onDone: (done) => onState(done.signInWithCode.state),
  });
  const send = (solution?: string) =>
    request.mutate({ email: email.trim(), locale: locale === 'es' ? 'ES' : 'EN', solution: solution ?? null });
  const asking = request.isPending || solving;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (asking || signIn.isPending) return;
    if (!sent && email !== '') send();
    if (sent && code !== '') signIn.mutate({ email: email.trim(), code: code.replace(/\s/g, '') });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <StepHeading
          title={forgot ? t.signIn.forgotTitle : t.signIn.codeTitle}
          lead={forgot ? t.signIn.forgotLead : t.signIn.codeLead}
        />
        {sent && (
          <Alert color="evergreen" role="status">
            {t.signIn.codeSent({ email: email.trim() })}
          </Alert>
        )}
        {solving ? <Text role="status">{t.signIn.solving}</Text> : <Refused error={signIn.error ?? request.error} />}
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
        <Button type="submit" size="md" aria-disabled={asking || signIn.isPending}>
          {!sent && (asking ? t.signIn.sendingCode : t.signIn.sendCode)}
          {sent && (signIn.isPending ? t.signIn.checking : t.signIn.submit)}
        </Button>
        <Group justify="space-between">
          <UnstyledButton className={classes.other} onClick={onPassword}>
            {t.signIn.passwordInstead}
          </UnstyledButton>
          {sent && (
            <UnstyledButton className={classes.other} onClick={() => !asking && send()}>
              {t.signIn.sendAgain}
            </UnstyledButton>
          )}
        </Group>
      </Stack>
    </form>
  );
}
