import { Checkbox, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { limits, moneyText } from '@upstander/web-kit';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { useSameKey } from '../api/use-same-key';
import { campaignChoicesQuery } from '../donations/queries';
import { FormFoot } from '../parts/forms/form-foot';
import { MoneyField } from '../parts/forms/money-field';
import { PageHeader } from '../parts/ui/page-header';
import { useFields } from '../parts/forms/use-fields';
import { useSettings } from '../parts/ui/settings';
import { todayIn } from '../parts/ui/when';
import { useWords } from '../words/words';
import classes from './offline-gifts.module.css';
import { emptyOfflineGift, inputOf, notAmounts, requiredOf, type OfflineValues } from './offline-values';
import { pledgesQuery, recordOfflineGiftMutation } from './queries';

/** A gift in the hand: what it is, whose it is, and where its receipt goes. */
export function OfflineGiftNew() {
  const { t, words, locale } = useWords();
  const navigate = useNavigate();
  const keyFor = useSameKey();
  const [anonymous, setAnonymous] = useState(false);
  const [wrong, setWrong] = useState<ReadonlyArray<keyof OfflineValues>>([]);
  const record = useChange(recordOfflineGiftMutation, {
    quiet: true,
    success: () => t.offlineGifts.done,
    onDone: ({ recordOfflineGift }) => void navigate(`/donations/${recordOfflineGift.id}`),
  });
  const [method, setMethod] = useState(emptyOfflineGift.method);
  const form = useFields(emptyOfflineGift, requiredOf(method), record.error);
  const campaigns = useRead(campaignChoicesQuery, {}).data?.manageCampaigns.edges.map(({ node }) => node) ?? [];
  const settings = useSettings();
  const { currency, timeZone } = campaigns.find(({ id }) => id === form.values.campaignId) ?? settings;
  const latest = todayIn(timeZone);
  // Until somebody chooses a day it is today, where the fundraiser is.
  const values = { ...form.values, receivedOn: form.values.receivedOn || latest };
  const open = useRead(
    pledgesQuery,
    { campaignId: values.campaignId, status: ['OPEN'], first: 100 },
    { enabled: values.campaignId !== '' },
  );
  const pledges = values.campaignId === '' ? [] : (open.data?.pledges.edges.map(({ node }) => node) ?? []);
  const amountField = (name: 'amount' | 'goodsValue') => {
    const field = form.field(name);
    return { ...field, error: field.error ?? (wrong.includes(name) ? t.money.notAnAmount : undefined) };
  };
  const { CASH, CHEQUE, BANK, IN_KIND } = words.enums.giftMethod;

  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        const bad = notAmounts(values, currency);
        setWrong(bad);
        if (!form.complete() || bad.length > 0 || record.isPending) return;
        const input = inputOf(values, currency, anonymous);
        record.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
      }}
    >
      <PageHeader
        title={t.offlineGifts.title}
        lead={t.offlineGifts.lead}
        back={{ to: '/donations', label: t.offlineGifts.back }}
      />
      <Stack>
        <NativeSelect
          label={t.offlineGifts.method}
          value={values.method}
          onChange={(event) => {
            setMethod(event.currentTarget.value);
            form.set('method', event.currentTarget.value);
          }}
          data={Object.entries({ CHEQUE, CASH, BANK, IN_KIND }).map(([value, label]) => ({ value, label }))}
        />
        <NativeSelect
          label={t.offlineGifts.campaign}
          {...form.field('campaignId')}
          data={[
            { value: '', label: t.offlineGifts.chooseCampaign },
            ...campaigns.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        {values.method === 'IN_KIND' ? (
          <Textarea
            label={t.offlineGifts.inKind}
            description={t.offlineGifts.inKindHint}
            autosize
            minRows={2}
            maxLength={limits.Gift.inKindDescription}
            {...form.field('inKindDescription')}
          />
        ) : (
          <MoneyField label={t.offlineGifts.amount} currency={currency} {...amountField('amount')} />
        )}
        <TextInput label={t.offlineGifts.name} maxLength={limits.Gift.name} {...form.field('name')} />
        <TextInput
          label={t.offlineGifts.email}
          description={t.offlineGifts.emailHint}
          type="email"
          {...form.field('email')}
        />
        <Checkbox
          label={t.offlineGifts.anonymous}
          checked={anonymous}
          onChange={(event) => setAnonymous(event.currentTarget.checked)}
        />
        <TextInput
          type="date"
          label={t.offlineGifts.receivedOn}
          max={latest}
          {...form.field('receivedOn')}
          value={values.receivedOn}
        />
        <TextInput
          label={t.offlineGifts.reference}
          description={t.offlineGifts.referenceHint}
          maxLength={100}
          {...form.field('reference')}
        />
        <TextInput
          label={t.offlineGifts.goods}
          description={t.offlineGifts.goodsHint}
          maxLength={limits.Gift.goodsDescription}
          {...form.field('goodsDescription')}
        />
        {values.goodsDescription.trim() !== '' && (
          <MoneyField label={t.offlineGifts.goodsValue} currency={currency} {...amountField('goodsValue')} />
        )}
        {pledges.length > 0 && (
          <NativeSelect
            label={t.offlineGifts.pledge}
            {...form.field('pledgeId')}
            data={[
              { value: '', label: t.offlineGifts.noPledge },
              ...pledges.map(({ id, name, amount }) => ({ value: id, label: `${name}: ${moneyText(locale, amount)}` })),
            ]}
          />
        )}
        <FormFoot
          submit={t.offlineGifts.submit}
          working={t.offlineGifts.working}
          pending={record.isPending}
          error={record.error}
          shown={form.shown}
          onCancel={() => void navigate('/donations')}
        />
      </Stack>
    </form>
  );
}
