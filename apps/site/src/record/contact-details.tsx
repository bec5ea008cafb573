import { Choice } from '../forms/choice';
import type { FormError } from '../forms/error-summary';
import { FieldError } from '../forms/field';
import { SubmitButton } from '../frame/button';
import { contactForm, fieldOf, type ContactAnswers } from '../questions/answers';
import { ContactQuestion } from '../questions/contact-question';
import { noticeForm } from '../questions/notice-answers';
import { NoticePreview, noticeHours } from '../questions/notice-preview';
import { NoticeQuestion } from '../questions/notice-question';
import { usePage } from '../request/page-context';
import type { RecordData } from './queries';
import { RecordForm } from './record-form';

interface Props {
  code: string;
  record: RecordData;
  /** Typed details that were not saved because of errors. */
  submittedValues: ContactAnswers | null;
  errors: readonly FormError[];
}

export function ContactDetails({ code, record, submittedValues, errors }: Props) {
  const { words, locale } = usePage();
  const { asking, record: t } = words.site;
  const { safeContact: contact, noticeSamples: samples, noticesStopped } = record;
  const answers = submittedValues ?? answersOf(record);
  const sample = samples.find(({ channel }) => channel === contact.channel);
  const notice = noticesStopped ? null : contact.notice;
  const leaveError = errors.find(({ field }) => field === 'leave-yes')?.text;
  return (
    <section aria-labelledby="reached-heading">
      <h2 id="reached-heading">{t.contact}</h2>
      <p className="as-typed">
        {[
          asking.channels[contact.channel],
          contact.value,
          contact.when && `${asking.until}: ${contact.when}`,
          contact.mayLeaveMessage !== null &&
            `${asking.leaveShort}: ${contact.mayLeaveMessage ? asking.leaveYes : asking.leaveNo}`,
          sample &&
            `${asking.notice.by[sample.channel].short}: ${notice ? noticeHours(notice, words, locale) : asking.notice.no}`,
        ]
          .filter(Boolean)
          .join('\n')}
      </p>
      {noticesStopped && sample && <p className="note amber">{asking.notice.stopped({ number: sample.sender })}</p>}
      {notice && sample && <NoticePreview sample={sample} notice={notice} />}
      <details className="fold" open={submittedValues !== null}>
        <summary>{t.contactChange}</summary>
        <RecordForm code={code}>
          <ContactQuestion answers={answers} errors={errors} />
          <fieldset className={leaveError === undefined ? 'may-leave' : 'may-leave wrong'}>
            <legend>{asking.leave}</legend>
            <FieldError id="leave-yes" error={leaveError} />
            <Choice id="leave-yes" name="leave" value="yes" label={asking.leaveYes} checked={answers.leave === true} />
            <Choice id="leave-no" name="leave" value="no" label={asking.leaveNo} checked={answers.leave === false} />
          </fieldset>
          {samples.length > 0 && <NoticeQuestion answers={answers} errors={errors} samples={samples} />}
          <SubmitButton action="contact" label={t.contactSave} />
        </RecordForm>
      </details>
    </section>
  );
}

/** Notices that STOP ended need a new yes. */
function answersOf({ safeContact, noticesStopped }: RecordData): ContactAnswers {
  const { channel, value, when, mayLeaveMessage, notice } = safeContact;
  const field = fieldOf[channel];
  return {
    ...contactForm.blank,
    ...noticeForm.valuesOf({
      ...notice,
      [channel === 'TEXT' ? 'texts' : 'notices']: notice && !noticesStopped ? true : null,
    }),
    ...(field !== null && { [field]: value ?? '' }),
    channel,
    when: when ?? '',
    leave: mayLeaveMessage,
  };
}
