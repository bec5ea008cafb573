import type { ResultOf } from '@upstander/api-client';
import { useEffect, useState } from 'react';
import { LanguageIcon } from '../parts/ui/icons';
import { persistChosenLanguage, useLanguageOfPage, useStartWords } from '../words/start-words';
import { CodeForm } from './code-form';
import { NewPasswordForm } from './new-password-form';
import { PasswordForm } from './password-form';
import { returnPath } from './return-path';
import type { signInMutation } from './queries';
import { SecondStepForm } from './second-step-form';
import { SecondStepSetup } from './second-step-setup';
import type { View } from './views';

export interface SignInResult {
  state: ResultOf<typeof signInMutation>['signIn']['state'];
  hasPasskey?: boolean | null;
}
export type SignInState = SignInResult['state'];
type Step = 'password' | 'code' | 'second-step' | 'setup' | 'new-password';

export function SignIn({ view }: { view: View }) {
  const { t, locale, setLocale } = useStartWords();
  const [step, setStep] = useState<Step>(view === 'ended' ? 'password' : view);
  const [isPasswordForgotten, setIsPasswordForgotten] = useState(false);
  // Unknown if the page opens at the second step.
  const [hasPasskey, setHasPasskey] = useState(true);
  useEffect(persistChosenLanguage, []);
  useLanguageOfPage();

  useEffect(() => {
    document.title = `${t.signIn.title} · ${t.common.product}`;
  }, [t]);

  const handleResult = (result: SignInResult) => {
    setHasPasskey(result.hasPasskey ?? true);
    handleState(result.state);
  };
  const handleState = (state: SignInState) => {
    if (state === 'SECOND_STEP_NEEDED') return setStep('second-step');
    if (state === 'SECOND_STEP_SETUP_NEEDED') return setStep('setup');
    return isPasswordForgotten ? setStep('new-password') : continueSignIn();
  };
  // Replaces the history entry, so that Back does not return here.
  const continueSignIn = () => {
    const to = new URLSearchParams(window.location.search).get('to');
    window.location.replace(import.meta.env.BASE_URL + returnPath(to).slice(1));
  };
  const startStep = (next: Step, isForgotten = false) => {
    setIsPasswordForgotten(isForgotten);
    setStep(next);
  };
  const startAgain = () => startStep('password');
  const otherLocale = locale === 'en' ? 'es' : 'en';

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
        <button type="button" className="language" lang={otherLocale} onClick={() => setLocale(otherLocale)}>
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
          <PasswordForm
            onResult={handleResult}
            onCode={() => startStep('code')}
            onForgot={() => startStep('code', true)}
          />
        )}
        {step === 'code' && <CodeForm forgot={isPasswordForgotten} onResult={handleResult} onPassword={startAgain} />}
        {step === 'second-step' && (
          <SecondStepForm hasPasskey={hasPasskey} onState={handleState} onStartAgain={startAgain} />
        )}
        {step === 'new-password' && <NewPasswordForm onDone={continueSignIn} />}
        {step === 'setup' && <SecondStepSetup onState={handleState} onStartAgain={startAgain} />}
      </main>
    </div>
  );
}
