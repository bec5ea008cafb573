import { Alert, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { isoDay, limits } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useEntry } from '../parts/forms/use-entry';
import { useSettings } from '../parts/ui/settings';
import { useWords } from '../words/words';
import { askConsentMutation, type ConsentData } from './queries';

interface Props {
  photoId: string;
  /** Whoever agreed before, and is asked for longer. */
  renews: ConsentData | null;
  onDone: () => void;
}

/** Somebody who is asked to agree: by a link in a mail, or on paper. */
export function ConsentForm({ photoId, renews, onDone }: Props) {
  const { t, words, locale } = useWords('photos');
  const say = t.photos;
  const { timeZone } = useSettings();
  const ask = useChange(askConsentMutation, { quiet: true, success: (_, { input }) => say.asked[input.way], onDone });
  const inAYear = new Date();
  inAYear.setUTCFullYear(inAYear.getUTCFullYear() + 1);
  const form = useEntry({
    initial: {
      name: renews?.name ?? '',
      way: renews?.way === 'PAPER' ? 'PAPER' : 'LINK',
      email: renews?.email ?? '',
      phone: renews?.phone ?? '',
      language: (renews?.language ?? locale.toUpperCase()) as string,
      endsOn: isoDay(inAYear, timeZone),
      forSharing: renews?.forSharing ? 'yes' : '',
      forPrint: renews?.forPrint ? 'yes' : '',
    },
    required: ['name', 'endsOn'],
    limits: limits.PhotoConsent,
    change: ask,
    send: ({ name, way, email, phone, language, endsOn, forSharing, forPrint }) =>
      ask.mutate({
        input: {
          photoId,
          name,
          endsOn,
          email: email || null,
          phone: phone || null,
          renewsId: renews?.id ?? null,
          way: way === 'PAPER' ? 'PAPER' : 'LINK',
          language: language === 'ES' ? 'ES' : 'EN',
          forSharing: forSharing === 'yes',
          forPrint: forPrint === 'yes',
        },
      }),
  });
  const { field, values, set } = form;
  const tick = (name: 'forSharing' | 'forPrint') => ({
    label: say[name],
    checked: values[name] === 'yes',
    onChange: (event: { currentTarget: { checked: boolean } }) => set(name, event.currentTarget.checked ? 'yes' : ''),
  });
  const ways = Object.entries(words.enums.photoConsentWay).map(([value, label]) => ({ value, label }));
  return (
    <Form of={form} submit={say.askSubmit} working={say.asking} onCancel={onDone}>
      <Alert color="amber">{say.never}</Alert>
      <TextInput label={say.name} description={say.nameHint} data-autofocus {...field('name')} />
      <NativeSelect label={say.way} data={ways} {...field('way')} />
      <TextInput label={say.email} type="email" description={say.emailHint} {...field('email')} />
      <TextInput label={say.phone} type="tel" {...field('phone')} />
      <NativeSelect
        label={say.language}
        data={[
          { value: 'EN', label: 'English' },
          { value: 'ES', label: 'Español' },
        ]}
        {...field('language')}
      />
      <TextInput label={say.until} type="date" description={say.untilHint} {...field('endsOn')} />
      <Checkbox {...tick('forSharing')} />
      <Checkbox {...tick('forPrint')} />
    </Form>
  );
}
