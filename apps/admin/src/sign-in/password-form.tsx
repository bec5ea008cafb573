import { useState, type FormEvent } from 'react';
import { useCanUsePasskeys, usePasskey } from '../session/passkeys';
import { useStartWords } from '../words/start-words';
import { Field, PasswordField, Submit, fieldReader, StepLink } from './controls';
import { signInMutation } from './queries';
import { Refused } from './refused';
import type { SignInResult } from './sign-in';
import { SingleSignOnFailure, SingleSignOnLink } from './single-sign-on';
import { StepHeading } from './step-heading';
import { useStep } from './use-step';

interface PasswordFormProps {
  onResult: (result: SignInResult) => void;
  onCode: () => void;
  onForgot: () => void;
}

type Name = 'email' | 'password';

export function PasswordForm({ onResult, onCode, onForgot }: PasswordFormProps) {
  const { t } = useStartWords();
  const [missing, setMissing] = useState<readonly Name[]>([]);
  const signIn = useStep(signInMutation, { onDone: (done) => onResult(done.signIn) });

  const canUsePasskeys = useCanUsePasskeys();
  const passkey = usePasskey(async ({ signInWithPasskey }) => onResult(await signInWithPasskey()));

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = fieldReader(event.currentTarget);
    const empty = (['email', 'password'] as const).filter((name) => typed(name) === '');
    setMissing(empty);
    if (empty.length > 0 || signIn.pending) return;
    void signIn.send({ email: typed('email').trim(), password: typed('password') });
  };
  const of = (name: Name) => ({
    name,
    error: missing.includes(name) ? t.fieldReasons.required : undefined,
    onInput: () => setMissing(missing.filter((other) => other !== name)),
  });

  return (
    <form method="post" className="steps" onSubmit={submit} noValidate>
      <StepHeading title={t.signIn.title} lead={t.signIn.lead} isFirst />
      <SingleSignOnFailure />
      <Refused error={passkey.error ?? signIn.error} />
      <Field label={t.signIn.email} type="email" autoComplete="username" {...of('email')} />
      <PasswordField label={t.signIn.password} autoComplete="current-password" {...of('password')} />
      <Submit isBusy={signIn.pending}>{signIn.pending ? t.signIn.working : t.signIn.submit}</Submit>
      {canUsePasskeys && (
        <StepLink onGo={passkey.start}>{passkey.pending ? t.signIn.passkeyWaiting : t.signIn.passkeyInstead}</StepLink>
      )}
      <StepLink onGo={onForgot}>{t.signIn.forgot}</StepLink>
      <StepLink onGo={onCode}>{t.signIn.codeInstead}</StepLink>
      <SingleSignOnLink />
    </form>
  );
}
