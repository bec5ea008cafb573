import { Checkbox, NativeSelect, Text, TextInput } from '@mantine/core';
import { limits, zoneName } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange, useRead } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { MoneyField } from '../parts/forms/money-field';
import { useSettings } from '../session/settings';
import { todayIn } from '../parts/ui/dates';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useWords } from '../words/words';
import classes from './matching.module.css';
import { problemsOf, termsOf, valuesOf, type PoolValues } from './pool-values';
import { createPoolMutation, matchableQuery, updatePoolMutation, type Pool } from './queries';

export function PoolForm({ pool, onDone }: { pool?: Pool; onDone: () => void }) {
  const { t, locale } = useWords('matching', 'money');
  const words = t.matching.form;
  const { data } = useRead(matchableQuery, {}, { enabled: pool === undefined });
  const campaigns = data?.manageCampaigns.edges.map(({ node }) => node) ?? [];
  const create = useChange(createPoolMutation, { quiet: true, success: () => words.made, onDone });
  const update = useChange(updatePoolMutation, { quiet: true, success: () => words.saved, onDone });
  const { isPending, error } = pool ? update : create;
  const [hidden, setHidden] = useState(pool?.sponsorHidden ?? false);
  const settings = useSettings();
  const placeOf = (campaignId: string) =>
    pool
      ? { currency: pool.cap.currency, timeZone: pool.timeZone }
      : (campaigns.find(({ id }) => id === campaignId) ?? settings);
  // The pool starts today in the fundraiser's time zone unless a date is chosen.
  const whole = (typed: PoolValues) => ({
    ...typed,
    starts: typed.starts || todayIn(placeOf(typed.campaignId).timeZone),
  });
  const form = useMutationForm({
    initial: valuesOf(pool),
    required: ['campaignId', 'sponsorName', 'ratio', 'cap', 'ends'],
    limits: limits.MatchingPool,
    problems: (typed) => problemsOf(whole(typed), placeOf(typed.campaignId).currency, t),
    change: { isPending, error },
    send: (typed, keyFor) => {
      const terms = termsOf(whole(typed), hidden, placeOf(typed.campaignId));
      const input = { campaignId: typed.campaignId, ...terms };
      if (pool) update.mutate({ input: { id: pool.id, ...terms } });
      else create.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    },
  });
  const { field } = form;
  const place = placeOf(form.values.campaignId);
  const { currency } = place;
  const values = whole(form.values);

  return (
    <Form form={form} submitLabel={pool ? words.save : words.submit} pendingLabel={words.saving} onCancel={onDone}>
      {!pool && (
        <NativeSelect
          label={words.fundraiser}
          {...field('campaignId')}
          data={[{ value: '', label: '' }, ...campaigns.map(({ id, title }) => ({ value: id, label: title }))]}
        />
      )}
      <TextInput label={words.sponsorName} {...field('sponsorName')} />
      <Checkbox label={words.hide} checked={hidden} onChange={(event) => setHidden(event.currentTarget.checked)} />
      <TextInput
        label={words.ratio}
        description={words.ratioHint}
        inputMode="numeric"
        rightSection={<span aria-hidden="true">%</span>}
        {...field('ratio')}
      />
      <MoneyField label={words.cap} currency={currency} {...field('cap')} />
      <MoneyField
        label={words.perGiftCap}
        description={words.perGiftHint}
        currency={currency}
        {...field('perGiftCap')}
      />
      <div className={classes.pair}>
        <TextInput type="date" label={words.starts} {...field('starts')} value={values.starts} />
        <TextInput type="date" label={words.ends} min={values.starts} {...field('ends')} />
      </div>
      <Text size="sm" c="dimmed">
        {words.daysHint({ zone: zoneName(locale, place.timeZone) })}
      </Text>
    </Form>
  );
}
