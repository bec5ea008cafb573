import { Choice } from '../forms/choice';
import type { FormError } from '../forms/error-summary';
import { Field, FieldError } from '../forms/field';
import { usePage } from '../request/page-context';
import { channels, fieldOf, longest, type Channel, type ContactAnswers } from './answers';

interface Props {
  answers: ContactAnswers;
  errors: readonly FormError[];
  /** Level of the question as a heading, where it is the page's own. */
  heading?: boolean;
}

const fieldTypes = { mail: 'email', text: 'tel', call: 'tel', through: 'text' } as const;

/** How somebody can be reached: under each way the field that belongs to it, which the stylesheet shows when it is chosen. */
export function ContactQuestion({ answers, errors, heading = false }: Props) {
  const { words } = usePage();
  const t = words.site.asking;
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;
  const channelError = errorOf('channel-CODE');
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
                  <Said channel={channel} />
                </>
              }
            />
            <Where channel={channel} answers={answers} error={errorOf(fieldOf[channel] ?? '')} />
          </div>
        ))}
      </fieldset>
      <div className="safe-times">
        <Field
          id="when"
          label={t.when}
          hint={t.whenHint}
          defaultValue={answers.when}
          error={errorOf('when')}
          autoComplete="off"
          maxLength={longest.when}
        />
      </div>
    </>
  );
}

/** What is said in that way, so that the choice is not made blindly. */
function Said({ channel }: { channel: Channel }) {
  const t = usePage().words.site.asking;
  const said = { CODE: t.codeHint, MAIL: t.mailHint, TEXT: t.textHint, CALL: null, ADVOCATE: null }[channel];
  return said === null ? null : <span className="small">{said}</span>;
}

function Where({ channel, answers, error }: { channel: Channel; answers: ContactAnswers; error?: string }) {
  const t = usePage().words.site.asking;
  const field = fieldOf[channel];
  if (field === null) return null;
  return (
    <Field
      id={field}
      type={fieldTypes[field]}
      label={t.values[field]}
      defaultValue={answers[field]}
      error={error}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={longest.value}
    />
  );
}
