import { locales, ownName } from '@upstander/web-kit';
import type { ReactNode } from 'react';
import { ErrorSummary } from '../forms/error-summary';
import { SubmitButton } from '../frame/button';
import { Icon } from '../frame/icons';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import { answerEntries, type Answers } from './answers';
import type { FlowPosition } from './flow';

interface Props {
  position: FlowPosition;
  action: string;
  visibleFields: ReadonlyArray<keyof Answers>;
  /** “Question 2 of 4”. */
  place?: string;
  button: { value: string; text: string };
  children: ReactNode;
}

/** Asks one question; all other answers are hidden fields. The address never changes. */
export function FlowForm({ position, action, visibleFields, place, button, children }: Props) {
  const { words } = usePage();
  const t = words.site.asking;
  const { step, answers, errors, isReturning } = position;
  const hiddenFields = answerEntries(answers).filter(
    ([name, value]) => !visibleFields.includes(name as keyof Answers) && value !== '',
  );
  return (
    <div className="narrow asked">
      <PageHead title={t.title} errors={errors} isPersonal isPlain />
      <form id="flow" method="post" action={action} autoComplete="off" noValidate>
        {/* Enter submits with the first button, which must not be “Back”. */}
        <button className="hidden" name="go" value={button.value} tabIndex={-1} aria-hidden="true">
          {button.text}
        </button>
        <input type="hidden" name="at" value={step} />
        {isReturning && <input type="hidden" name="returning" value="1" />}
        {hiddenFields.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p className="asked-top">
          <button className="back plain-button" name="go" value="back">
            <Icon name="back" />
            {t.back}
          </button>
          <OtherLanguages action={action} />
        </p>
        <ErrorSummary errors={errors} />
        {place !== undefined && <p className="greeting">{place}</p>}
        {children}
        <p className="actions">
          <SubmitButton name="go" action={button.value} label={button.text} look="large" />
        </p>
      </form>
      <p className="small">{t.stay}</p>
    </div>
  );
}

/** Buttons instead of links, so that the page in the other language keeps the typed answers. */
function OtherLanguages({ action }: { action: string }) {
  const { locale, languages } = usePage();
  return locales
    .filter((other) => other !== locale && languages.includes(other))
    .map((other) => (
      <button
        key={other}
        className="plain-button"
        name="go"
        value="again"
        formAction={`${action}?lang=${other}`}
        lang={other}
      >
        {ownName(other)}
      </button>
    ));
}
