import { useState, type FormEvent } from 'react';
import { useCanUsePasskeys, usePasskey } from '../session/passkeys';
import { useStartWords } from '../words/start-words';
import { DigitsField, Field, Submit, fieldReader, StepLink } from './controls';
import { verifySecondStepMutation } from './queries';
import { Refused } from './refused';
import type { SignInState } from './sign-in';
import { StepHeading } from './step-heading';
import { useStep } from './use-step';

interface StepProps {
  hasPasskey: boolean;
  onState: (state: SignInState) => void;
  onStartAgain: () => void;
}

export function SecondStepForm({ hasPasskey, onState, onStartAgain }: StepProps) {
  const { t } = useStartWords();
  const [usesRecoveryCode, setUsesRecoveryCode] = useState(false);
  const verify = useStep(verifySecondStepMutation, { onDone: (done) => onState(done.verifySecondStep.state) });

  const canUsePasskeys = useCanUsePasskeys() && hasPasskey;
  const passkey = usePasskey(async ({ verifyPasskey }) => onState((await verifyPasskey()).state));

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = fieldReader(event.currentTarget)('code');
    if (code !== '' && !verify.pending) void verify.send({ code });
  };

  return (
    <form method="post" className="steps" onSubmit={submit} noValidate>
      <StepHeading
        title={t.signIn.stepTitle}
        lead={usesRecoveryCode ? t.signIn.recoveryLead : t.signIn.stepLead}
        isFirst
      />
      <Refused error={passkey.error ?? verify.error} />
      {usesRecoveryCode ? (
        <Field
          label={t.signIn.recoveryCode}
          name="code"
          className="digits"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus
          key="recovery"
        />
      ) : (
        <DigitsField label={t.signIn.stepCode} autoFocus key="app" />
      )}
      <Submit isBusy={verify.pending}>{verify.pending ? t.signIn.checking : t.signIn.stepSubmit}</Submit>
      <div className="ways">
        {canUsePasskeys && (
          <StepLink onGo={passkey.start}>
            {passkey.pending ? t.signIn.passkeyWaiting : t.signIn.passkeyInstead}
          </StepLink>
        )}
        <StepLink onGo={() => setUsesRecoveryCode(!usesRecoveryCode)}>
          {usesRecoveryCode ? t.signIn.appInstead : t.signIn.recoveryInstead}
        </StepLink>
        <StepLink onGo={onStartAgain}>{t.signIn.startAgain}</StepLink>
      </div>
    </form>
  );
}
