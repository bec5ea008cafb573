import type { FormEvent } from 'react';
import { useStartWords } from '../words/start-words';
import { DigitsField, Submit, fieldReader, StepLink } from './controls';
import { verifySecondStepMutation } from './queries';
import { Refused } from './refused';
import type { SignInState } from './sign-in';
import { StepHeading } from './step-heading';
import { useStep } from './use-step';

interface StepProps {
  onState: (state: SignInState) => void;
  onStartAgain: () => void;
}

export function SecondStepForm({ onState, onStartAgain }: StepProps) {
  const { t } = useStartWords();
  const verify = useStep(verifySecondStepMutation, { onDone: (done) => onState(done.verifySecondStep.state) });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = fieldReader(event.currentTarget)('code');
    if (code !== '' && !verify.pending) void verify.send({ code });
  };

  return (
    <form method="post" className="steps" onSubmit={submit} noValidate>
      <StepHeading title={t.signIn.stepTitle} lead={t.signIn.stepLead} isFirst />
      <Refused error={verify.error} />
      <DigitsField label={t.signIn.stepCode} autoFocus />
      <Submit isBusy={verify.pending}>{verify.pending ? t.signIn.checking : t.signIn.stepSubmit}</Submit>
      <StepLink onGo={onStartAgain}>{t.signIn.startAgain}</StepLink>
    </form>
  );
}
