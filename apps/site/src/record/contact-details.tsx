import { Choice } from '../forms/choice';
import type { FormError } from '../forms/error-summary';
import { contactForm, fieldOf, type ContactAnswers } from '../questions/answers';
import { ContactQuestion } from '../questions/contact-question';
import { usePage } from '../request/page-context';
import type { RecordData } from './queries';
import { RecordForm } from './record-form';

type Contact = RecordData['safeContact'];

interface Props {
  code: string;
  contact: Contact;
  /** Typed details that were not saved because of errors. */
  submittedValues: ContactAnswers | null;
  errors: readonly FormError[];
}

export function ContactDetails({ code, contact, submittedValues, errors }: Props) {
  const { words } = usePage();
  const { asking, record: t } = words.site;
  const answers = submittedValues ?? answersOf(contact);
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
        ]
          .filter(Boolean)
          .join('\n')}
      </p>
      <details className="fold" open={submittedValues !== null}>
        <summary>{t.contactChange}</summary>
        <RecordForm code={code}>
          <ContactQuestion answers={answers} errors={errors} />
          <fieldset className="may-leave">
            <legend>{asking.leave}</legend>
            <Choice id="leave-yes" name="leave" value="yes" label={asking.leaveYes} checked={answers.leave === true} />
            <Choice id="leave-no" name="leave" value="no" label={asking.leaveNo} checked={answers.leave === false} />
          </fieldset>
          <button className="button" name="do" value="contact">
            {t.contactSave}
          </button>
        </RecordForm>
      </details>
    </section>
  );
}

function answersOf({ channel, value, when, mayLeaveMessage }: Contact): ContactAnswers {
  const field = fieldOf[channel];
  return {
    ...contactForm.blank,
    ...(field !== null && { [field]: value ?? '' }),
    channel,
    when: when ?? '',
    leave: mayLeaveMessage,
  };
}
