import { Stack } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { FormFoot } from './form-foot';
import type { Entry } from './use-entry';

interface FormProps {
  of: Entry;
  submit: string;
  working: string;
  onCancel?: () => void;
  /** Off where a browser must not remember what was typed. */
  autoComplete?: 'off';
  children: ReactNode;
}

/** A short form: its fields, what went wrong beside them, and the buttons. ⌘S or Ctrl+S sends it as Enter does. */
export function Form({ of, submit, working, onCancel, autoComplete, children }: FormProps) {
  return (
    <form noValidate autoComplete={autoComplete} onSubmit={of.submit} onKeyDown={sendOnSave}>
      <Stack>
        {children}
        <FormFoot
          submit={submit}
          working={working}
          pending={of.change.isPending}
          error={of.change.error}
          shown={of.shown}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}

/** The keys by which people save everywhere. */
export function sendOnSave(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key.toLowerCase() !== 's' || !(event.metaKey || event.ctrlKey) || event.altKey) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
