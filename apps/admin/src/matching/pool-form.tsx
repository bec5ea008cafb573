import { Checkbox, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { limits, zoneName } from '@upstander/web-kit';
import { useState, type FormEvent } from 'react';
import { useChange, useRead } from '../api/use-api';
import { useSameKey } from '../api/use-same-key';
import { FormFoot } from '../parts/forms/form-foot';
import { MoneyField } from '../parts/forms/money-field';
import { useSettings } from '../parts/ui/settings';
import { todayIn } from '../parts/ui/when';
import { useFields } from '../parts/forms/use-fields';
import { useWords } from '../words/words';
import classes from './matching.module.css';
import { problemsOf, termsOf, valuesOf, type PoolProblems, type PoolValues } from './pool-values';
import { createPoolMutation, matchableQuery, updatePoolMutation, type Pool } from './queries';

/** A sponsor's promise: whom it matches, by which rule, up to what and when. */
export function PoolForm({ pool, onDone }: { pool?: Pool; onDone: () => void }) {
  const { t, locale } = useWords();
  const words = t.matching.form;
  const { data } = useRead(matchableQuery, {}, { enabled: pool === undefined });
  const campaigns = data?.manageCampaigns.edges.map(({ node }) => node) ?? [];
  const create = useChange(createPoolMutation, { quiet: true, success: () => words.made, onDone });
  const update = useChange(updatePoolMutation, { quiet: true, success: () => words.saved, onDone });
  const { isPending, error } = pool ? update : create;
  const keyFor = useSameKey();
  const [hidden, setHidden] = useState(pool?.sponsorHidden ?? false);
  const [problems, setProblems] = useState<PoolProblems>({});
  const {
    values: typed,
    field,
    complete,
    shown,
  } = useFields(valuesOf(pool), ['campaignId', 'sponsorName', 'ratio', 'cap', 'ends'], error);
  const settings = useSettings();
  const place = pool
    ? { currency: pool.cap.currency, timeZone: pool.timeZone }
    : (campaigns.find(({ id }) => id === typed.campaignId) ?? settings);
  const { currency } = place;
  // Until somebody chooses a day the pool begins today, where the fundraiser is.
  const values = { ...typed, starts: typed.starts || todayIn(place.timeZone) };
  const withProblem = (name: keyof PoolValues) => {
    const props = field(name);
    return { ...props, error: props.error ?? problems[name] };
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete() || isPending) return;
    const found = problemsOf(values, currency, t);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const terms = termsOf(values, hidden, place);
    if (pool) update.mutate({ input: { id: pool.id, ...terms } });
    else {
      const input = { campaignId: values.campaignId, ...terms };
      create.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    }
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {!pool && (
          <NativeSelect
            label={words.fundraiser}
            {...field('campaignId')}
            data={[{ value: '', label: '' }, ...campaigns.map(({ id, title }) => ({ value: id, label: title }))]}
          />
        )}
        <TextInput label={words.sponsorName} maxLength={limits.MatchingPool.sponsorName} {...field('sponsorName')} />
        <Checkbox label={words.hide} checked={hidden} onChange={(event) => setHidden(event.currentTarget.checked)} />
        <TextInput
          label={words.ratio}
          description={words.ratioHint}
          inputMode="numeric"
          rightSection={<span aria-hidden="true">%</span>}
          {...withProblem('ratio')}
        />
        <MoneyField label={words.cap} currency={currency} {...withProblem('cap')} />
        <MoneyField
          label={words.perGiftCap}
          description={words.perGiftHint}
          currency={currency}
          {...withProblem('perGiftCap')}
        />
        <div className={classes.pair}>
          <TextInput type="date" label={words.starts} {...field('starts')} value={values.starts} />
          <TextInput type="date" label={words.ends} min={values.starts} {...withProblem('ends')} />
        </div>
        <Text size="sm" c="dimmed">
          {words.daysHint({ zone: zoneName(locale, place.timeZone) })}
        </Text>
        <FormFoot
          submit={pool ? words.save : words.submit}
          working={words.saving}
          pending={isPending}
          error={error}
          shown={shown}
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}
