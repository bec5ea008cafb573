import { Choice } from '../forms/choice';
import type { FormError } from '../forms/error-summary';
import { Field, FieldError } from '../forms/field';
import { usePage } from '../request/page-context';
import { channels, contactForm, fieldOf, type Channel, type ContactAnswers } from './answers';

interface Props {
  answers: ContactAnswers;
  errors: readonly FormError[];
  /** True if the question is the heading of the page. */
  heading?: boolean;
}

const fieldTypes = { mail: 'email', text: 'tel', call: 'tel', through: 'text' } as const;

/** The stylesheet shows the fields of the chosen channel. */
export function ContactQuestion({ answers, errors, heading = false }: Props) {
  const { words } = usePage();
  const t = words.site.asking;
  const control = contactForm.controls(answers, errors);
  const channelError = errors.find(({ field }) => field === 'channel-CODE')?.text;
  return (
    <>
      <fieldset className={channelError === undefined ? undefined : 'wrong'}>
        <legend>{heading ? <h1>{t.reach}</h1> : t.reach}</legend>
        <p className="hint">{t.reachHint}</p>
        <FieldError id="channel-CODE" error={channelError} />
        {channels.map((channel) => (
          <div className="way" key={channel}>
            <Choice
              id={`channel-${channel}`}
              name="channel"
              value={channel}
              checked={answers.channel === channel}
              label={
                <>
                  <b>{t.channels[channel]}</b>
                  <ChannelHint channel={channel} />
                </>
              }
            />
            <ContactAddress channel={channel} control={control} />
          </div>
        ))}
      </fieldset>
      <div className="safe-times">
        <Field {...control('when')} label={t.when} hint={t.whenHint} autoComplete="off" />
      </div>
    </>
  );
}

function ChannelHint({ channel }: { channel: Channel }) {
  const t = usePage().words.site.asking;
  const hint = { CODE: t.codeHint, MAIL: t.mailHint, TEXT: t.textHint, CALL: null, ADVOCATE: null }[channel];
  return hint === null ? null : <span className="small">{hint}</span>;
}

function ContactAddress({ channel, control }: { channel: Channel; control: ReturnType<typeof contactForm.controls> }) {
  const t = usePage().words.site.asking;
  const field = fieldOf[channel];
  if (field === null) return null;
  return (
    <Field
      {...control(field)}
      type={fieldTypes[field]}
      label={t.values[field]}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}
