import { isRefusal } from '@upstander/api-client';
import { useState, type FormEvent } from 'react';
import { useStartWords } from '../words/start-words';
import { Field, Submit, fieldReader, StepLink } from './controls';
import { requestSignInCodeMutation, signInWithCodeMutation } from './queries';
import { Refused } from './refused';
import type { SignInResult } from './sign-in';
import { solvePuzzle, type Puzzle } from './solve-puzzle';
import { StepHeading } from './step-heading';
import { useStep } from './use-step';

interface CodeFormProps {
  /** True if the code is used to reset the password. */
  forgot: boolean;
  onResult: (result: SignInResult) => void;
  onPassword: () => void;
}

/** The response never reveals if the address has an account. */
export function CodeForm({ forgot, onResult, onPassword }: CodeFormProps) {
  const { t, locale } = useStartWords();
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const [solving, setSolving] = useState(false);
  const request = useStep(requestSignInCodeMutation, { onDone: () => setSent(true) });
  const signIn = useStep(signInWithCodeMutation, { onDone: (done) => onResult(done.signInWithCode) });
  const asking = request.pending || solving;

  const send = async (to: string) => {
    setEmail(to);
    const wanted = { email: to, locale: locale === 'es' ? 'ES' : 'EN' } as const;
    const refused = await request.send({ ...wanted, solution: null });
    const puzzle = isRefusal(refused, 'SOLUTION_NEEDED') ? refused.details['puzzle'] : undefined;
    if (puzzle === undefined) return;
    setSolving(true);
    await request.send({ ...wanted, solution: await solvePuzzle(puzzle as Puzzle) });
    setSolving(false);
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (asking || signIn.pending) return;
    const typed = fieldReader(event.currentTarget);
    const address = typed('email').trim();
    const code = typed('code').replace(/\s/g, '');
    if (!sent && address !== '') void send(address);
    if (sent && code !== '') void signIn.send({ email, code });
  };

  return (
    <form method="post" className="steps" onSubmit={submit} noValidate>
      <StepHeading
        title={forgot ? t.signIn.forgotTitle : t.signIn.codeTitle}
        lead={forgot ? t.signIn.forgotLead : t.signIn.codeLead}
      />
      {sent && (
        <div className="notice good" role="status">
          <p>{t.signIn.codeSent({ email })}</p>
        </div>
      )}
      {solving ? <p role="status">{t.signIn.solving}</p> : <Refused error={signIn.error ?? request.error} />}
      {!sent ? (
        <Field label={t.signIn.email} name="email" type="email" autoComplete="username" key="email" />
      ) : (
        <Field
          label={t.signIn.code}
          name="code"
          className="digits"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          key="code"
        />
      )}
      <Submit isBusy={asking || signIn.pending}>
        {!sent && (asking ? t.signIn.sendingCode : t.signIn.sendCode)}
        {sent && (signIn.pending ? t.signIn.checking : t.signIn.submit)}
      </Submit>
      <div className="ways">
        <StepLink onGo={onPassword}>{t.signIn.passwordInstead}</StepLink>
        {sent && <StepLink onGo={() => void (!asking && send(email))}>{t.signIn.sendAgain}</StepLink>}
      </div>
    </form>
  );
}
