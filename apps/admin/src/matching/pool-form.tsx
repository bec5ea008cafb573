import { Text, TextInput } from '@mantine/core';
import { zoneName } from '@upstander/web-kit';
import { useChange, useRead } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { useSettings } from '../session/settings';
import { todayIn } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { datesOf, poolModel, problemsOf, termsOf } from './pool-values';
import { createPoolMutation, matchableQuery, updatePoolMutation, type Pool } from './queries';
import classes from './matching.module.css';

export function PoolForm({ pool, onDone }: { pool?: Pool; onDone: () => void }) {
  const { t, locale } = useWords('matching');
  const words = t.matching.form;
  const { data } = useRead(matchableQuery, {}, { enabled: pool === undefined });
  const campaigns = data?.manageCampaigns.edges.map(({ node }) => node) ?? [];
  const create = useChange(createPoolMutation, { quiet: true, success: () => words.made, onDone });
  const update = useChange(updatePoolMutation, { quiet: true, success: () => words.saved, onDone });
  const settings = useSettings();
  const placeOf = (campaignId: string) =>
    pool
      ? { currency: pool.cap.currency, timeZone: pool.timeZone }
      : (campaigns.find(({ id }) => id === campaignId) ?? settings);
  // The pool starts today in the fundraiser's time zone unless a date is chosen.
  const whole = <Typed extends { campaignId: string; starts: string }>(typed: Typed) => ({
    ...typed,
    starts: typed.starts || todayIn(placeOf(typed.campaignId).timeZone),
  });
  const form = useModelForm(poolModel, pool ?? null, {
    omit: ['startsAt', 'endsAt', 'idempotencyKey'],
    labels: {
      ...words,
      campaignId: t.common.fundraiser,
      campaignIdNone: '',
      sponsorHidden: words.hide,
      ratioPercent: words.ratio,
      perGiftCapHint: words.perGiftHint,
    },
    currency: ({ campaignId }) => placeOf(campaignId).currency,
    initial: datesOf(pool),
    required: ['sponsorName', 'ends'],
    problems: (typed) => problemsOf(whole(typed), words),
    change: pool ? update : create,
    send: ({ campaignId, ...typed }, keyFor) => {
      const terms = termsOf(whole({ campaignId, ...typed }), placeOf(campaignId).timeZone);
      const input = { ...terms, campaignId };
      if (pool) update.mutate({ input: { ...terms, id: pool.id } });
      else create.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    },
  });
  const place = placeOf(form.values.campaignId);
  const values = whole(form.values);

  return (
    <Form form={form} submitLabel={pool ? t.common.save : words.submit} onCancel={onDone}>
      {!pool && (
        <FormField
          form={form}
          name="campaignId"
          choices={campaigns.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      <FormField form={form} name="sponsorName" />
      <FormField form={form} name="sponsorHidden" />
      <TextInput
        label={words.ratio}
        description={words.ratioHint}
        inputMode="numeric"
        rightSection={<span aria-hidden="true">%</span>}
        {...form.field('ratioPercent')}
      />
      <FormField form={form} name="cap" />
      <FormField form={form} name="perGiftCap" />
      <div className={classes.pair}>
        <FormField form={form} name="starts" value={values.starts} />
        <FormField form={form} name="ends" min={values.starts} />
      </div>
      <Text size="sm" c="dimmed">
        {words.daysHint({ zone: zoneName(locale, place.timeZone) })}
      </Text>
    </Form>
  );
}
