import { Alert } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useSearchParams } from 'react-router';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { useSettings } from '../session/settings';
import { monthsFromToday } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { askConsentMutation, type ConsentData } from './queries';

interface Props {
  photoId: string;
  /** The consent to extend, if any. */
  renews: ConsentData | null;
  onDone: () => void;
}

export function ConsentForm({ photoId, renews, onDone }: Props) {
  const { t, labels, locale } = useWords('photos');
  const { timeZone } = useSettings();
  const [params] = useSearchParams();
  const ask = useChange(askConsentMutation, {
    quiet: true,
    success: (_, { input }) => labels.asked[input.method],
    onDone,
  });
  const form = useModelForm(models.PhotoConsentInput, renews, {
    omit: ['photoId', 'renewsId'],
    labels: labels,
    initial: {
      name: renews?.name ?? params.get('person') ?? '',
      method: renews?.method ?? 'LINK',
      language: renews?.language ?? (locale === 'es' ? 'ES' : 'EN'),
      endsOn: monthsFromToday(12, timeZone),
    },
    change: ask,
    send: (input) => ask.mutate({ input: { ...input, photoId, renewsId: renews?.id ?? null } }),
  });
  return (
    <Form form={form} submitLabel={labels.askSubmit} pendingLabel={t.shared.asking} onCancel={onDone}>
      <Alert color="amber">{labels.never}</Alert>
      <FormField form={form} name="name" autoFocus />
      <FormField form={form} name="method" />
      <FormField form={form} name="email" />
      <FormField form={form} name="phone" />
      <FormField form={form} name="language" />
      <FormField form={form} name="endsOn" />
      <FormField form={form} name="forSharing" />
      <FormField form={form} name="forPrint" />
    </Form>
  );
}
