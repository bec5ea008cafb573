import { contentLanguage } from '../../events/content-language';
import { Day, Hours } from '../../events/event-times';
import type { FormError } from '../../forms/error-summary';
import { PersonFields } from '../../forms/person-fields';
import { ButtonLink, SubmitButton } from '../../frame/button';
import { PersonalPage } from '../../frame/personal-page';
import { usePage } from '../../request/page-context';
import type { MySignupData } from '../my-signup';
import type { ValuesOf } from '../../forms/define-form';
import { handOverForm } from './hand-over-actions';

interface Props {
  signup: MySignupData;
  currentPath: string;
  to: ValuesOf<typeof handOverForm>;
  errors: readonly FormError[];
}

export function HandOverPage({ signup, currentPath, to, errors }: Props) {
  const { words, locale } = usePage();
  const t = words.site.handOver;
  const { event, shift } = signup;
  const span = { ...shift, timeZone: event.timeZone };
  return (
    <PersonalPage title={t.title} errors={errors}>
      <p>
        <span lang={contentLanguage(event.languages, locale)}>
          {event.title}, {shift.role}
        </span>
        <br />
        <Day span={span} />, <Hours span={span} />
      </p>
      <p className="lead">{t.lead}</p>
      <section className="panel" aria-labelledby="to-person">
        <h2 id="to-person">{t.toPerson}</h2>
        <p>{t.toPersonText}</p>
        {signup.guests > 0 && <p>{t.guestsToPerson({ n: signup.guests })}</p>}
        <form method="post" action={currentPath} noValidate>
          <PersonFields words={t} field={handOverForm.controls(to, errors)} other />
          <SubmitButton action="hand-over" label={t.send} look="large" />
        </form>
      </section>
      {shift.waiting > 0 && (
        <section className="panel" aria-labelledby="to-waitlist">
          <h2 id="to-waitlist">{t.toWaitlist}</h2>
          <p>{t.toWaitlistText({ waiting: shift.waiting })}</p>
          {signup.guests > 0 && <p>{t.guestsToWaitlist({ n: signup.guests })}</p>}
          <form method="post" action={currentPath}>
            <SubmitButton action="to-waitlist" label={t.toWaitlistSend} look="leave large" />
          </form>
        </section>
      )}
      <p className="actions">
        <ButtonLink to={currentPath} label={t.back} look="quiet large" />
      </p>
    </PersonalPage>
  );
}
