import { dayAndTime, shortDate, zoneName } from '@upstander/web-kit';
import { FieldError } from '../forms/field';
import { SubmitButton } from '../frame/button';
import { Icon } from '../frame/icons';
import { PersonalPage } from '../frame/personal-page';
import { usePage } from '../request/page-context';
import { LeaveNote } from '../safety/leave-note';
import { OpportunityChangedNote } from './opportunity-changed-note';
import { Consents } from './consents';
import type { RecordData } from './queries';
import type { RecordPageState } from './record-actions';
import { ContactDetails } from './contact-details';
import { RecordForm } from './record-form';

export function RecordPage({ pageState, record }: { pageState: RecordPageState; record: RecordData }) {
  const { words, locale } = usePage();
  const t = words.site.record;
  const { errors, completedAction } = pageState;
  const about =
    record.kind === 'APPLICATION'
      ? t.about.APPLICATION({ title: record.opportunityTitle ?? '…', business: record.businessName ?? '…' })
      : t.about.CONSULTATION;
  // The business can't see the introduction while paused, so the page must not say that it knows.
  const isPaused = record.status === 'INTRODUCED' && record.opportunityState === 'BUSINESS_PAUSED';
  return (
    <PersonalPage title={t.title} errors={errors} heading={null} isPlain>
      {completedAction !== null && (
        <p className="note" role="status">
          <Icon name="check" />
          {t.did[completedAction]}
        </p>
      )}
      <h1>{t.hello({ name: record.nameToUse })}</h1>
      <p className="greeting">{about}</p>
      {!isPaused && <p className="lead">{t.status[record.status]}</p>}
      <OpportunityChangedNote record={record} />
      <Appointment record={record} />
      <Consents code={pageState.code} consents={record.consents} />
      <Messages pageState={pageState} record={record} />
      <ContactDetails code={pageState.code} record={record} submittedValues={pageState.contact} errors={errors} />
      <section className="aside" aria-labelledby="erase-heading">
        <h2 id="erase-heading">{t.erase}</h2>
        <p>{t.eraseText}</p>
        <p>
          {record.erasedOn === null
            ? t.keptWhile
            : t.erasedOn({ date: shortDate(locale, new Date(record.erasedOn), 'UTC') })}
        </p>
        <RecordForm code={pageState.code}>
          <SubmitButton action="ask-erase" label={t.erase} look="leave" />
        </RecordForm>
      </section>
      <LeaveNote />
    </PersonalPage>
  );
}

function Appointment({ record }: { record: RecordData }) {
  const { words, locale } = usePage();
  const { appointmentAt, appointmentMinutes, timeZone } = record;
  if (appointmentAt === null || timeZone === null) return null;
  const at = new Date(appointmentAt);
  const when = `${dayAndTime(locale, at, timeZone)} (${zoneName(locale, timeZone, at)})`;
  return (
    <p className="note">
      <Icon name="calendar" />
      {appointmentMinutes === null ? when : words.site.record.appointment({ when, minutes: appointmentMinutes })}
    </p>
  );
}

function Messages({ pageState, record }: { pageState: RecordPageState; record: RecordData }) {
  const { words, locale, timeZone } = usePage();
  const t = words.site.record;
  const error = pageState.errors.find(({ field }) => field === 'body')?.text;
  return (
    <section aria-labelledby="messages-heading">
      <h2 id="messages-heading">{t.messages}</h2>
      {record.messages.length === 0 && <p>{t.noMessages}</p>}
      <ol className="letters">
        {record.messages.map(({ id, fromMe, body, at }) => (
          <li key={id} className={fromMe ? 'mine' : undefined}>
            <p className="small">
              <b>{fromMe ? t.me : t.them}</b> · {shortDate(locale, new Date(at), timeZone)}
            </p>
            <p className="as-typed">{body}</p>
          </li>
        ))}
      </ol>
      <RecordForm code={pageState.code}>
        <input type="hidden" name="key" value={pageState.key} />
        <div className={error === undefined ? 'field' : 'field wrong'}>
          <label htmlFor="body">{t.write}</label>
          <FieldError id="body" error={error} />
          <textarea
            id="body"
            name="body"
            rows={4}
            maxLength={4000}
            defaultValue={pageState.body}
            autoComplete="off"
            aria-describedby={error === undefined ? undefined : 'body-error'}
            aria-invalid={error === undefined ? undefined : true}
          />
        </div>
        <SubmitButton action="answer" label={t.send} />
      </RecordForm>
    </section>
  );
}
