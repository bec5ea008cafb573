import { Alert, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useWords } from '../../words/words';
import { clock } from '../ui/when';
import { DraftNotice } from './draft-notice';
import classes from './form-page.module.css';
import type { Draft } from './use-draft';

interface FormPageProps<Values> {
  page: {
    form: UseFormReturnType<Values>;
    element: RefObject<HTMLFormElement | null>;
    draft: Draft<Values>;
    fill: (values: Values) => void;
    refused: string | null;
  };
  /** “You did not finish an event”, and what that one is called. */
  draftHeading: string;
  titleOf: (values: Values) => string;
  errorsTitle: (count: number) => string;
  /** Between the notices and the fields, such as what somebody else has saved. */
  notices?: ReactNode;
  /** The fields need all the width there is, such as for two languages side by side. */
  wide?: boolean;
  /** Beside the fields, in sight while they scroll; the one that saves by the keys has `data-saves`. */
  actions: ReactNode;
  children: ReactNode;
}

/** The frame of a form that is a page: what is to be said above it, its sections, and beside them what can be done. */
export function FormPage<Values>(props: FormPageProps<Values>) {
  const { page, draftHeading, titleOf, errorsTitle, notices, wide, actions, children } = props;
  const { form, element, draft, fill, refused } = page;
  const { t, locale } = useWords('forms');
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
          {savedAt ? t.forms.draft.saved({ time: clock(locale, savedAt) }) : t.forms.draft.notYet}
        </Text>
      </div>
    </form>
  );
}

/** Enter in a field must not publish an event, nor mail people about a change: only the buttons do. */
function onlyButtonsSubmit(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}
