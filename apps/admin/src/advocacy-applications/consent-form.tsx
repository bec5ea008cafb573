import { Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { FormFoot } from '../parts/forms/form-foot';
import { useFields } from '../parts/forms/use-fields';
import { daysAfter, today } from '../parts/ui/when';
import { useWords } from '../words/words';
import { endOfDay, startOfDay } from './days';
import { proposeConsentMutation, recordConsentMutation, type Application } from './queries';

interface ConsentFormProps {
  /** Asked for with the code, or signed on paper already. */
  how: 'propose' | 'paper';
  application: Application;
  onDone: (application: Application) => void;
  onCancel: () => void;
}

/** As short a time as serves the purpose; the law asks for a reasonable limit. */
const usualDays = 30;

/** What may be told to the business of the listing, in the words agreed, and until when. */
export function ConsentForm({ how, application, onDone, onCancel }: ConsentFormProps) {
  const { t } = useWords();
  const words = t.applications.consent;
  const propose = useChange(proposeConsentMutation, {
    quiet: true,
    sealed: true,
    success: () => words.proposed,
    onDone: ({ proposeConsent }) => onDone(proposeConsent),
  });
  const record = useChange(recordConsentMutation, {
    quiet: true,
    sealed: true,
    success: () => words.recorded,
    onDone: ({ recordConsent }) => onDone(recordConsent),
  });
  const { isPending, error } = how === 'paper' ? record : propose;
  const { values, field, complete, shown } = useFields(
    { shares: '', givenOn: today(), expiresOn: daysAfter(today(), usualDays) },
    ['shares', 'givenOn', 'expiresOn'],
    error,
  );
  const signed = how === 'paper' ? values.givenOn : today();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete() || isPending) return;
    const common = {
      applicationId: application.id,
      shares: values.shares.trim(),
      expiresAt: endOfDay(values.expiresOn),
    };
    if (how === 'propose') propose.mutate({ input: common });
    else record.mutate({ input: { ...common, givenHow: 'SIGNED', givenAt: startOfDay(values.givenOn) } });
  };

  return (
    <form onSubmit={submit} noValidate autoComplete="off">
      <Stack>
        <Text>{how === 'paper' ? words.paperLead : words.proposeLead}</Text>
        <TextInput label={words.recipient} value={application.businessName} readOnly variant="filled" />
        <Textarea
          label={words.shares}
          description={words.sharesHint}
          autosize
          minRows={3}
          maxLength={1000}
          data-autofocus
          {...field('shares')}
        />
        {how === 'paper' && <TextInput type="date" label={words.signedOn} max={today()} {...field('givenOn')} />}
        <TextInput
          type="date"
          label={words.expiresOn}
          description={words.expiresHint}
          min={today()}
          max={daysAfter(signed || today(), 364)}
          {...field('expiresOn')}
        />
        <Text size="sm" c="dimmed">
          {words.never}
        </Text>
        <FormFoot
          submit={how === 'paper' ? words.paperSubmit : words.proposeSubmit}
          working={words.working}
          pending={isPending}
          error={error}
          shown={shown}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}
