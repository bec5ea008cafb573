import type { ResultOf } from '@upstander/api-client';
import { useEffect, useState } from 'react';
import { LanguageIcon } from '../parts/ui/icons';
import { keepChosenLanguage, useLanguageOfPage, useStartWords } from '../words/start-words';
import { CodeForm } from './code-form';
import { NewPasswordForm } from './new-password-form';
import { PasswordForm } from './password-form';
import { returnPath } from './return-path';
import type { signInMutation } from './queries';
import { SecondStepForm } from './second-step-form';
import { SecondStepSetup } from './second-step-setup';
import type { View } from './views';

export type SignInState = ResultOf<typeof signInMutation>['signIn']['state'];
type Step = 'password' | 'code' | 'second-step' | 'setup' | 'new-password';

/** Sign-in: password or emailed code, then the second factor for staff. */
export function SignIn({ view }: { view: View }) {
  const { t, locale, setLocale } = useStartWords();
  const [step, setStep] = useState<Step>(view === 'ended' ? 'password' : view);
  const [forgot, setForgot] = useState(false);
  useEffect(keepChosenLanguage, []);
  useLanguageOfPage();

  useEffect(() => {
    document.title = `${t.signIn.title} · ${t.common.product}`;
  }, [t]);

  const onState = (state: SignInState) => {
    if (state === 'SECOND_STEP_NEEDED') return setStep('second-step');
    if (state === 'SECOND_STEP_SETUP_NEEDED') return setStep('setup');
    return forgot ? setStep('new-password') : goOn();
  };
  // Replaces the history entry, so that Back does not return here.
  const goOn = () => {
    const to = new URLSearchParams(window.location.search).get('to');
    window.location.replace(import.meta.env.BASE_URL + returnPath(to).slice(1));
  };
  const begin = (next: Step, isForgotten = false) => {
    setForgot(isForgotten);
    setStep(next);
  };
  const startAgain = () => begin('password');
  const other = locale === 'en' ? 'es' : 'en';

  return (
    <div className="page">
      <header className="top">
        <span className="brand">
          <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="8" fill="#1f5c4a" />
            <path d="M10 8v9a6 6 0 0 0 12 0V8" fill="none" stroke="#fff" strokeWidth="4" strokeLinecap="round" />
          </svg>
          Upstander
        </span>
        <button type="button" className="language" lang={other} onClick={() => setLocale(other)}>
          <LanguageIcon />
          {t.common.otherLanguage}
        </button>
      </header>
      <main className="card">
        {view === 'ended' && step === 'password' && (
          <div className="notice ended" role="alert">
            <p>{t.signIn.ended}</p>
          </div>
        )}
        {step === 'password' && (
          <PasswordForm onState={onState} onCode={() => begin('code')} onForgot={() => begin('code', true)} />
        )}
        {step === 'code' && <CodeForm forgot={forgot} onState={onState} onPassword={startAgain} />}
        {step === 'second-step' && <SecondStepForm onState={onState} onStartAgain={startAgain} />}
        {step === 'new-password' && <NewPasswordForm onDone={goOn} />}
        {step === 'setup' && <SecondStepSetup onState={onState} onStartAgain={startAgain} />}
      </main>
    </div>
  );
}
