import { Button, Stack, UnstyledButton } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { useStartWords } from '../words/words';
import { DigitsInput } from './digits-input';
import { verifySecondStepMutation } from './queries';
import { Refused } from './refused';
import type { SignInState } from './sign-in';
import classes from './sign-in.module.css';
import { StepHeading } from './step-heading';

interface StepProps {
  onState: (state: SignInState) => void;
  onStartAgain: () => void;
}

export function SecondStepForm({ onState, onStartAgain }: StepProps) {
  const { t } = useStartWords();
  const [code, setCode] = useState('');
  const verify = useChange(verifySecondStepMutation, {
    quiet: true,
    onDone: (done) => onState(done.verifySecondStep.state),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code !== '' && !verify.isPending) verify.mutate({ code });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <StepHeading title={t.signIn.stepTitle} lead={t.signIn.stepLead} first />
        <Refused error={verify.error} />
        <DigitsInput label={t.signIn.stepCode} value={code} onChange={setCode} autoFocus />
        <Button type="submit" size="md" aria-disabled={verify.isPending}>
          {verify.isPending ? t.signIn.checking : t.signIn.stepSubmit}
        </Button>
        <UnstyledButton className={classes.other} onClick={onStartAgain}>
          {t.signIn.startAgain}
        </UnstyledButton>
      </Stack>
    </form>
  );
}
