import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { limits, moneyText } from '@upstander/web-kit';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { campaignChoicesQuery, takingGifts } from '../gifts/queries';
import { Form } from '../parts/forms/form';
import { MoneyField } from '../parts/forms/money-field';
import { useMoneyProblem } from '../parts/forms/use-money-problem';
import { PageHeader } from '../parts/ui/page-header';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useSettings } from '../session/settings';
import { todayIn } from '../parts/ui/dates';
import { useWords } from '../words/words';
import classes from './offline-gifts.module.css';
import { emptyOfflineGift, inputOf, problemsOf, type OfflineValues } from './offline-values';
import { pledgesQuery, recordOfflineGiftMutation } from './queries';

/** Records an offline gift with its donor and the receipt address. */
export function OfflineGiftNew() {
  const { t, words, locale } = useWords('offlineGifts');
  const navigate = useNavigate();
  const [anonymous, setAnonymous] = useState(false);
  const record = useChange(recordOfflineGiftMutation, {
    quiet: true,
    success: () => t.offlineGifts.done,
    onDone: ({ recordOfflineGift }) => void navigate(`/gifts/${recordOfflineGift.id}`),
  });
  const problem = useMoneyProblem();
  const campaigns =
    useRead(campaignChoicesQuery, takingGifts).data?.manageCampaigns.edges.map(({ node }) => node) ?? [];
  const settings = useSettings();
  const placeOf = (id: string) => campaigns.find((campaign) => campaign.id === id) ?? settings;
  // Defaults to today in the fundraiser's time zone.
  const whole = (typed: OfflineValues) => ({
    ...typed,
    receivedOn: typed.receivedOn || todayIn(placeOf(typed.campaignId).timeZone),
  });
  const form = useMutationForm({
    initial: emptyOfflineGift,
    required: ['campaignId', 'name'],
    limits: limits.Gift,
    problems: (typed) => problemsOf(typed, (text) => problem(text, placeOf(typed.campaignId).currency), t),
    change: record,
    send: (typed, keyFor) => {
      const input = inputOf(whole(typed), placeOf(typed.campaignId).currency, anonymous);
      record.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    },
  });
  const { field, set } = form;
  const { currency, timeZone } = placeOf(form.values.campaignId);
  const latest = todayIn(timeZone);
  const values = whole(form.values);
  const open = useRead(
    pledgesQuery,
    { campaignId: values.campaignId, status: ['OPEN'], first: 100 },
    { enabled: values.campaignId !== '' },
  );
  const pledges = values.campaignId === '' ? [] : (open.data?.pledges.edges.map(({ node }) => node) ?? []);
  const { CASH, CHEQUE, BANK, IN_KIND } = words.enums.giftMethod;

  return (
    <div className={classes.form}>
      <PageHeader
        title={t.offlineGifts.title}
        lead={t.offlineGifts.lead}
        back={{ to: '/gifts', label: t.offlineGifts.back }}
      />
      <Form
        form={form}
        submitLabel={t.offlineGifts.submit}
        pendingLabel={t.offlineGifts.working}
        onCancel={() => void navigate('/gifts')}
      >
        <NativeSelect
          label={t.offlineGifts.method}
          value={values.method}
          onChange={(event) => set('method', event.currentTarget.value)}
          data={Object.entries({ CHEQUE, CASH, BANK, IN_KIND }).map(([value, label]) => ({ value, label }))}
        />
        <NativeSelect
          label={t.offlineGifts.campaign}
          {...field('campaignId')}
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
            {...field('inKindDescription')}
            required
          />
        ) : (
          <MoneyField label={t.offlineGifts.amount} currency={currency} {...field('amount')} required />
        )}
        <TextInput label={t.offlineGifts.name} {...field('name')} />
        <TextInput
          label={t.offlineGifts.email}
          description={t.offlineGifts.emailHint}
          type="email"
          {...field('email')}
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
          {...field('receivedOn')}
          value={values.receivedOn}
        />
        <TextInput
          label={t.offlineGifts.reference}
          description={t.offlineGifts.referenceHint}
          maxLength={100}
          {...field('reference')}
        />
        <TextInput label={t.offlineGifts.goods} description={t.offlineGifts.goodsHint} {...field('goodsDescription')} />
        {values.goodsDescription.trim() !== '' && (
          <MoneyField label={t.offlineGifts.goodsValue} currency={currency} {...field('goodsValue')} required />
        )}
        {pledges.length > 0 && (
          <NativeSelect
            label={t.offlineGifts.pledge}
            {...field('pledgeId')}
            data={[
              { value: '', label: t.offlineGifts.noPledge },
              ...pledges.map(({ id, name, amount }) => ({ value: id, label: `${name}: ${moneyText(locale, amount)}` })),
            ]}
          />
        )}
      </Form>
    </div>
  );
}
