import { Alert, Stack, UnstyledButton } from '@mantine/core';
import type { ResultOf } from '@upstander/api-client';
import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { queryClient } from '../api/query-client';
import { forgetDraftKey } from '../parts/forms/draft-lock';
import { LanguageIcon } from '../parts/ui/icons';
import { useStartWords } from '../words/words';
import { CodeForm } from './code-form';
import { NewPasswordForm } from './new-password-form';
import { PasswordForm } from './password-form';
import { returnPath } from './return-path';
import type { signInMutation } from './queries';
import { SecondStepForm } from './second-step-form';
import { SecondStepSetup } from './second-step-setup';
import classes from './sign-in.module.css';

export type SignInState = ResultOf<typeof signInMutation>['signIn']['state'];
type Step = 'password' | 'code' | 'second-step' | 'setup' | 'new-password';

/** Whoever began on the public site comes here for the second step only. */
function firstStep(asked: string | null): Step {
  return asked === 'second-step' || asked === 'setup' ? asked : 'password';
}

/** Signing in: a password or a mailed code, then the second step that staff need. */
export function SignIn() {
  const { t, locale, setLocale } = useStartWords();
  const [params] = useSearchParams();
  const [step, setStep] = useState<Step>(() => firstStep(params.get('step')));
  const [forgot, setForgot] = useState(false);
  const navigate = useNavigate();
  const ended = params.get('ended') === '1' && step === 'password';

  useEffect(forgetDraftKey, []);
  useEffect(() => {
    document.title = `${t.signIn.title} · ${t.common.product}`;
  }, [t]);

  const onState = (state: SignInState) => {
    if (state === 'SECOND_STEP_NEEDED') return setStep('second-step');
    if (state === 'SECOND_STEP_SETUP_NEEDED') return setStep('setup');
    return forgot ? setStep('new-password') : goOn();
  };
  const goOn = () => {
    queryClient.clear();
    void navigate(returnPath(params.get('to')), { replace: true });
  };
  const begin = (next: Step, isForgotten = false) => {
    setForgot(isForgotten);
    setStep(next);
  };
  const startAgain = () => begin('password');
  const other = locale === 'en' ? 'es' : 'en';

  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <span className={classes.brand}>
          <img src={`${import.meta.env.BASE_URL}icon.svg`} width={32} height={32} alt="" />
          Upstander
        </span>
        <UnstyledButton className={classes.language} lang={other} onClick={() => setLocale(other)}>
          <LanguageIcon />
          {t.common.otherLanguage}
        </UnstyledButton>
      </header>
      <main className={classes.card}>
        <Stack>
          {ended && <Alert color="amber">{t.signIn.ended}</Alert>}
          {step === 'password' && (
            <PasswordForm onState={onState} onCode={() => begin('code')} onForgot={() => begin('code', true)} />
          )}
          {step === 'code' && <CodeForm forgot={forgot} onState={onState} onPassword={startAgain} />}
          {step === 'second-step' && <SecondStepForm onState={onState} onStartAgain={startAgain} />}
          {step === 'new-password' && <NewPasswordForm onDone={goOn} />}
          {step === 'setup' && <SecondStepSetup onState={onState} onStartAgain={startAgain} />}
        </Stack>
      </main>
    </div>
  );
}
