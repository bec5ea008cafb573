import { isRefusal } from '@upstander/api-client';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { CopyIcon } from '../parts/ui/icons';
import { useStartWords } from '../words/start-words';
import { DigitsField, PasswordField, Submit, fieldReader, StepLink } from './controls';
import { beginSecondStepSetupMutation, finishSecondStepSetupMutation } from './queries';
import { Refused } from './refused';
import type { SignInState } from './sign-in';
import { StepHeading } from './step-heading';
import { useStep } from './use-step';

interface SetupProps {
  onState: (state: SignInState) => void;
  onStartAgain: () => void;
}

export function SecondStepSetup({ onState, onStartAgain }: SetupProps) {
  const { t } = useStartWords();
  const password = useRef<string | null>(null);
  const beginSetup = useStep(beginSecondStepSetupMutation);
  const finish = useStep(finishSecondStepSetupMutation, {
    onDone: (result) => onState(result.finishSecondStepSetup.state),
  });
  const hasBegun = useRef(false);
  useEffect(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    void beginSetup.send({});
  });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const readField = fieldReader(event.currentTarget);
    if (!beginSetup.data) {
      password.current = readField('currentPassword');
      if (password.current !== '' && !beginSetup.pending) void beginSetup.send({ currentPassword: password.current });
    } else if (readField('code') !== '' && !finish.pending) {
      void finish.send({ code: readField('code'), currentPassword: password.current });
    }
  };
  // A session alone is not enough to register a phone: the owner must confirm with the password.
  const passwordProblem = isRefusal(beginSetup.error, 'BAD_INPUT')
    ? beginSetup.error.fields['currentPassword']
    : undefined;
  const [needsPassword, setNeedsPassword] = useState(false);
  if (passwordProblem !== undefined && !needsPassword) setNeedsPassword(true);
  const setup = beginSetup.data?.beginSecondStepSetup;

  return (
    <form method="post" className="steps" onSubmit={submit} noValidate>
      <StepHeading title={t.signIn.setupTitle} lead={t.signIn.setupLead} />
      <Refused error={passwordProblem === undefined ? (beginSetup.error ?? finish.error) : null} />
      {!setup && needsPassword && (
        <>
          <PasswordField
            label={t.signIn.password}
            name="currentPassword"
            autoComplete="current-password"
            error={passwordProblem === 'wrong' ? t.fieldReasons.wrong : undefined}
          />
          <Submit isBusy={beginSetup.pending}>{t.signIn.stepSubmit}</Submit>
        </>
      )}
      {!setup && !needsPassword && beginSetup.error == null && (
        <p className="lead" role="status">
          {t.common.loading({ what: t.signIn.preparing })}
        </p>
      )}
      {setup && (
        <>
          <p>{t.signIn.setupScan}</p>
          <Secret {...setup} />
          <p>{t.signIn.setupThen}</p>
          <DigitsField label={t.signIn.stepCode} />
          <Submit isBusy={finish.pending}>{finish.pending ? t.signIn.checking : t.signIn.setupSubmit}</Submit>
        </>
      )}
      <StepLink onGo={onStartAgain}>{t.signIn.startAgain}</StepLink>
    </form>
  );
}

function Secret({ secret, qrSvg }: { secret: string; qrSvg: string }) {
  const { t } = useStartWords();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setIsCopied(true);
  };
  return (
    <>
      <img className="qr" src={`data:image/svg+xml,${encodeURIComponent(qrSvg)}`} alt={t.signIn.setupPicture} />
      <div>
        <p className="lead small">{t.signIn.setupByHand}</p>
        <p className="key">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
        {/* If the clipboard is blocked, the key stays visible for typing. */}
        <button type="button" className="copy" onClick={() => void copy().catch(() => undefined)}>
          <CopyIcon size={15} />
          {isCopied ? t.common.copied : t.signIn.copyKey}
        </button>
      </div>
    </>
  );
}
