import { useId, useState, useSyncExternalStore, type InputHTMLAttributes, type ReactNode } from 'react';
import { useStartWords } from '../words/start-words';

/*
 * Controls of the sign-in page. They look like the admin's, but need no library. Fields are uncontrolled, so that they
 * keep text typed before the script loads.
 */

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  name: string;
  error?: string | undefined;
  endAdornment?: ReactNode;
}

export function Field({ label, error, endAdornment, className = '', ...input }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="box">
        <input
          id={id}
          className={className}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          {...input}
        />
        {endAdornment}
      </div>
      {error !== undefined && (
        <p id={`${id}-error`} className="error">
          {error}
        </p>
      )}
    </div>
  );
}

export function PasswordField(props: Omit<FieldProps, 'endAdornment' | 'type'>) {
  const { t } = useStartWords();
  const [isShown, setIsShown] = useState(false);
  return (
    <Field
      {...props}
      type={isShown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      endAdornment={
        <button
          type="button"
          className="eye"
          aria-label={t.signIn.showPassword}
          aria-pressed={isShown}
          onClick={() => setIsShown(!isShown)}
        >
          <svg width="18" height="18" viewBox="0 0 20 20" aria-hidden="true">
            <path d="M1.5 10S4.5 4.5 10 4.5 18.5 10 18.5 10 15.5 15.5 10 15.5 1.5 10 1.5 10Z" />
            <circle cx="10" cy="10" r="2.7" />
            {isShown && <path d="M3 3l14 14" />}
          </svg>
        </button>
      }
    />
  );
}

/** Removes pasted spaces. */
export function DigitsField({ label, autoFocus = false }: { label: string; autoFocus?: boolean }) {
  return (
    <Field
      label={label}
      name="code"
      className="digits"
      inputMode="numeric"
      autoComplete="one-time-code"
      autoFocus={autoFocus}
      onInput={({ currentTarget }) => {
        currentTarget.value = currentTarget.value.replace(/\D/g, '').slice(0, 6);
      }}
    />
  );
}

const subscribeNever = () => () => undefined;

/** Disabled until hydration, because the form can't be sent without the script. */
export function Submit({ isBusy, children }: { isBusy: boolean; children: ReactNode }) {
  const isHydrated = useSyncExternalStore(
    subscribeNever,
    () => true,
    () => false,
  );
  return (
    <button type="submit" className="submit" aria-disabled={isBusy} disabled={!isHydrated}>
      {children}
    </button>
  );
}

export function StepLink({ onGo, children }: { onGo: () => void; children: ReactNode }) {
  return (
    <button type="button" className="way" onClick={onGo}>
      {children}
    </button>
  );
}

export function fieldReader(form: HTMLFormElement): (name: string) => string {
  const data = new FormData(form);
  return (name) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
}
