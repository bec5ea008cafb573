import { Fieldset, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePageAccess } from '../ui/page-access';
import { submitOnSaveKeys } from '../ui/save-keys';
import { FormFoot } from './form-foot';
import type { ModelForm } from './use-model-form';

interface FormProps {
  form: ModelForm;
  submitLabel: string;
  /** Shown on the button while the change is sent. By default, "Saving…". */
  pendingLabel?: string;
  onCancel?: () => void;
  /** `off` disables the browser's autofill history. */
  autoComplete?: 'off';
  /** `warn` if the action takes something away. */
  tone?: 'warn';
  children: ReactNode;
}

/**
 * Short form with fields, remaining errors and buttons. ⌘S, Ctrl+S or Enter submits it. Users who can only view the
 * page see the values.
 */
export function Form({ form, submitLabel, pendingLabel, onCancel, autoComplete, tone, children }: FormProps) {
  const { mayChange } = usePageAccess();
  if (!mayChange)
    return (
      <Fieldset variant="unstyled" disabled>
        <Stack>{children}</Stack>
      </Fieldset>
    );
  return (
    <form ref={form.element} noValidate autoComplete={autoComplete} onSubmit={form.submit} onKeyDown={submitOnSaveKeys}>
      <Stack>
        {children}
        <FormFoot
          submitLabel={submitLabel}
          pendingLabel={pendingLabel}
          pending={form.change.isPending}
          error={form.change.error}
          fieldsWithErrors={form.shown}
          onCancel={onCancel}
          tone={tone}
        />
      </Stack>
    </form>
  );
}
