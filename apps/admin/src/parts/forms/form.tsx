import { Stack } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { FormFoot } from './form-foot';
import type { MutationForm } from './use-mutation-form';

interface FormProps {
  form: MutationForm;
  /** Label of the submit button. */
  submit: string;
  /** Its label while the mutation runs. */
  working: string;
  onCancel?: () => void;
  /** `off` keeps the browser from remembering the input. */
  autoComplete?: 'off';
  children: ReactNode;
}

/** A short form: its fields, errors that no field shows, and the buttons. ⌘S or Ctrl+S submits it, as Enter does. */
export function Form({ form, submit, working, onCancel, autoComplete, children }: FormProps) {
  return (
    <form ref={form.element} noValidate autoComplete={autoComplete} onSubmit={form.submit} onKeyDown={submitOnSaveKeys}>
      <Stack>
        {children}
        <FormFoot
          submit={submit}
          working={working}
          pending={form.change.isPending}
          error={form.change.error}
          shown={form.shown}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}

/** Submits a form on ⌘S or Ctrl+S. */
export function submitOnSaveKeys(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key.toLowerCase() !== 's' || !(event.metaKey || event.ctrlKey) || event.altKey) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
