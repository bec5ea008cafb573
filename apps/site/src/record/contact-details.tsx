import { Choice } from '../forms/choice';
import type { FormError } from '../forms/error-summary';
import { FieldError } from '../forms/field';
import { contactForm, fieldOf, type ContactAnswers } from '../questions/answers';
import { ContactQuestion } from '../questions/contact-question';
import { noticeForm } from '../questions/notice-answers';
import { NoticePreview, noticeHours, type NoticeSample } from '../questions/notice-preview';
import { NoticeQuestion } from '../questions/notice-question';
import { usePage } from '../request/page-context';
import type { RecordData } from './queries';
import { RecordForm } from './record-form';

type Contact = RecordData['safeContact'];

interface Props {
  code: string;
  contact: Contact;
  /** Null if this server sends no notices. */
  sample: NoticeSample | null;
  /** Typed details that were not saved because of errors. */
  submittedValues: ContactAnswers | null;
  errors: readonly FormError[];
}

export function ContactDetails({ code, contact, sample, submittedValues, errors }: Props) {
  const { words, locale } = usePage();
  const { asking, record: t } = words.site;
  const answers = submittedValues ?? answersOf(contact);
  const { notice } = contact;
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
          contact.channel === 'MAIL' &&
            sample &&
            `${asking.notice.short}: ${notice ? noticeHours(notice, words, locale) : asking.notice.no}`,
        ]
          .filter(Boolean)
          .join('\n')}
      </p>
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
          {sample && <NoticeQuestion answers={answers} errors={errors} sample={sample} />}
          <button className="button" name="do" value="contact">
            {t.contactSave}
          </button>
        </RecordForm>
      </details>
    </section>
  );
}

function answersOf({ channel, value, when, mayLeaveMessage, notice }: Contact): ContactAnswers {
  const field = fieldOf[channel];
  return {
    ...contactForm.blank,
    ...noticeForm.valuesOf({ ...notice, notices: notice ? true : null }),
    ...(field !== null && { [field]: value ?? '' }),
    channel,
    when: when ?? '',
    leave: mayLeaveMessage,
  };
}
