import { models, shortDate } from '@upstander/web-kit';
import type { FormError } from '../../forms/error-summary';
import { defineForm, formKey } from '../../forms/define-form';
import { TextArea } from '../../forms/text-area';
import { SubmitButton } from '../../frame/button';
import { usePage } from '../../request/page-context';
import { OriginalText } from './original-text';
import type { IntroductionData } from './queries';

export const messageForm = defineForm(models.WriteAboutIntroductionInput, ({ site }) => site.business.inbox, {
  body: { missing: ({ site }) => site.business.inbox.errors.empty },
  key: formKey,
});

interface Props {
  introduction: IntroductionData;
  body: string;
  formKey: string;
  errors: readonly FormError[];
}

export function Messages({ introduction: { messages }, body, formKey, errors }: Props) {
  const { words, locale, timeZone } = usePage();
  const t = words.site.business.inbox;
  return (
    <section aria-labelledby="messages">
      <h2 id="messages">{t.messages}</h2>
      <p>{t.messagesLead}</p>
      {messages.length === 0 ? (
        <p className="small">{t.noMessages}</p>
      ) : (
        <ol className="gifts">
          {messages.map(({ id, fromUs, body: text, at }) => (
            <li key={id}>
              <p className="gift-who">
                <b>{fromUs ? t.us : t.them}</b>
                <span className="small">{shortDate(locale, new Date(at), timeZone)}</span>
              </p>
              <OriginalText text={text} />
            </li>
          ))}
        </ol>
      )}
      <form method="post" noValidate>
        <input type="hidden" name="key" value={formKey} />
        <TextArea {...messageForm.controls({ body }, errors)('body')} label={t.write} rows={4} />
        <SubmitButton action="send" label={t.send} />
      </form>
    </section>
  );
}
