import { Alert, Text } from '@mantine/core';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useWords } from '../../words/words';
import { clockTime } from '../ui/dates';
import { DraftNotice } from './draft-notice';
import type { Problems } from './form-fields';
import classes from './form-page.module.css';
import type { Draft } from './use-draft';

interface FormPageProps<Values> {
  form: {
    errors: Problems;
    element: RefObject<HTMLFormElement | null>;
    draft: Draft<Values>;
    fill: (values: Values) => void;
    refused: string | null;
  };
  /** Heading of the draft notice, and the title of the draft. */
  draftHeading: string;
  titleOf: (values: Values) => string;
  errorsTitle: (count: number) => string;
  /** Shown between the notices and the fields, for example a version conflict. */
  notices?: ReactNode;
  /** Uses the full width, for example for two languages side by side. */
  wide?: boolean;
  /** Sticky actions beside the fields. The one that Ctrl+S triggers has `data-saves`. */
  actions: ReactNode;
  children: ReactNode;
}

export function FormPage<Values>(props: FormPageProps<Values>) {
  const { form, draftHeading, titleOf, errorsTitle, notices, wide, actions, children } = props;
  const { element, draft, fill, refused } = form;
  const { t, locale } = useWords();
  const problems = Object.keys(form.errors).length;
  const { found, savedAt, settle, discard } = draft;
  return (
    <form
      ref={element}
      noValidate
      className={classes.form}
      data-wide-form={wide || undefined}
      onKeyDown={onlyButtonsSubmit}
      onSubmit={(event) => event.preventDefault()}
    >
      <div className={classes.main}>
        {found && (
          <DraftNotice
            heading={draftHeading}
            title={titleOf(found.values)}
            savedAt={found.savedAt}
            onRestore={() => {
              fill(found.values);
              settle();
            }}
            onDiscard={discard}
          />
        )}
        {problems > 0 && (
          <Alert color="clay" role="alert">
            {errorsTitle(problems)}
          </Alert>
        )}
        {notices}
        {refused && (
          <Alert color="clay" role="alert" title={t.common.failed}>
            {refused}
          </Alert>
        )}
        {children}
      </div>
      <div className={classes.actions}>
        {actions}
        <Text size="sm" c="dimmed" role="status">
          {savedAt ? t.forms.draft.saved({ time: clockTime(locale, savedAt) }) : t.forms.draft.notYet}
        </Text>
      </div>
    </form>
  );
}

/** Prevents Enter in a field from submitting: publishing or emailing people needs a click. */
function onlyButtonsSubmit(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}
