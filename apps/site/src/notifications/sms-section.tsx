import { phoneText } from '@upstander/web-kit';
import { Choices } from '../forms/choices';
import type { FormError } from '../forms/error-summary';
import { Field, FieldError } from '../forms/field';
import { Tick } from '../forms/tick';
import { SubmitButton } from '../frame/button';
import { Done } from '../frame/done';
import { usePage } from '../request/page-context';
import type { SmsChoice } from './queries';
import type { SmsAction, SmsChannel, SmsValues } from './sms-form';

interface Props {
  sms: SmsChoice;
  values: SmsValues | null;
  errors: readonly FormError[];
  /** The action that the visitor just took. */
  did: SmsAction | null;
  path: string;
}

/** Texts about the volunteer's shifts: consent, code, and the way to turn them off. */
export function SmsSection({ sms, values, errors, did, path }: Props) {
  const t = usePage().words.site.notifications.texts;
  const { number, pendingNumber } = sms;
  if (!sms.isAvailable && number === null) return null;
  const hasStarted = number !== null || pendingNumber !== null;
  const request = <RequestForm sms={sms} values={values} errors={errors} path={path} />;
  return (
    <section className="aside" aria-labelledby="texts-heading">
      <h2 id="texts-heading">{t.title}</h2>
      {did && <Done>{t.did[did]}</Done>}
      {!hasStarted && <p>{t.lead}</p>}
      {number !== null && <ChannelForm sms={sms} number={number} path={path} />}
      {pendingNumber !== null && <CodeForm sms={sms} number={pendingNumber} errors={errors} path={path} />}
      {hasStarted ? (
        <details open={errors.some(({ field }) => field === 'number' || field === 'agree')}>
          <summary>{t.another}</summary>
          {request}
        </details>
      ) : (
        request
      )}
    </section>
  );
}

const errorOf = (errors: readonly FormError[], name: string) => errors.find(({ field }) => field === name)?.text;

function ChannelForm({ sms, number, path }: { sms: SmsChoice; number: string; path: string }) {
  const t = usePage().words.site.notifications.texts;
  return (
    <form method="post" action={path}>
      <p>{t.on({ number: phoneText(number) })}</p>
      <ChannelChoices id="channel" choices={['TEXT', 'BOTH', 'EMAIL']} channel={sms.channel} />
      <p className="actions">
        <SubmitButton action="channel" label={t.save} />
      </p>
    </form>
  );
}

interface CodeProps {
  sms: SmsChoice;
  number: string;
  errors: readonly FormError[];
  path: string;
}

function CodeForm({ sms, number, errors, path }: CodeProps) {
  const t = usePage().words.site.notifications.texts;
  if (sms.hasCodeFailed) return <FieldError id="code" error={t.codeFailed({ number: phoneText(number) })} />;
  return (
    <form method="post" action={path}>
      <Field
        id="code"
        label={t.code}
        hint={t.sentTo({ number: phoneText(number) })}
        error={errorOf(errors, 'code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        size={8}
        required
      />
      <p className="actions">
        <SubmitButton action="confirm" label={t.confirm} />
      </p>
    </form>
  );
}

function RequestForm({ sms, values, errors, path }: Omit<Props, 'did'>) {
  const { words, locale } = usePage();
  const t = words.site.notifications.texts;
  return (
    <form method="post" action={path}>
      <Field
        id="number"
        type="tel"
        label={t.number}
        hint={t.numberHint}
        error={errorOf(errors, 'number')}
        defaultValue={values?.number}
        autoComplete="tel"
        required
      />
      <ChannelChoices id="newChannel" choices={['TEXT', 'BOTH']} channel={values?.channel ?? 'TEXT'} />
      <FieldError id="agree" error={errorOf(errors, 'agree')} />
      <Tick id="agree" label={t.agree} hint={locale === 'es' ? sms.wordingEs : sms.wording} checked={false} required />
      <input type="hidden" name="wordingVersion" value={sms.wordingVersion} />
      <p className="actions">
        <SubmitButton action="code" label={t.send} />
      </p>
    </form>
  );
}

interface ChoicesProps {
  id: string;
  choices: readonly SmsChannel[];
  channel: string;
}

function ChannelChoices({ id, choices, channel }: ChoicesProps) {
  const t = usePage().words.site.notifications.texts;
  const options = choices.map((value) => ({ value, label: t.channels[value], hint: t.channelHints[value] }));
  return <Choices id={id} legend={t.channel} defaultValue={channel} options={options} />;
}
