import { moneyText } from '@upstander/web-kit';
import { useNavigate } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { campaignChoicesQuery, takingGifts } from '../gifts/queries';
import { Form, useModelForm } from '../parts/forms/form';
import { useMoneyProblem } from '../parts/forms/use-money-problem';
import { PageHeader } from '../parts/ui/page-header';
import { useSettings } from '../session/settings';
import { todayIn } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { applicableValues, offlineGiftModel, problemsOf } from './offline-values';
import { pledgesQuery, recordOfflineGiftMutation } from './queries';
import classes from './offline-gifts.module.css';

export function OfflineGiftNew() {
  const { t, words, locale } = useWords('offlineGifts');
  const navigate = useNavigate();
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
  const form = useModelForm(offlineGiftModel, null, {
    omit: ['locale', 'pageId', 'idempotencyKey'],
    labels: {
      ...t.offlineGifts,
      campaignId: t.common.fundraiser,
      campaignIdNone: t.shared.chooseAFundraiser,
      inKindDescription: t.shared.description,
      inKindDescriptionHint: t.offlineGifts.inKindHint,
      goodsDescription: t.offlineGifts.goods,
      goodsDescriptionHint: t.offlineGifts.goodsHint,
      pledgeId: t.offlineGifts.pledge,
      pledgeIdNone: t.offlineGifts.noPledge,
    },
    currency: ({ campaignId }) => placeOf(campaignId).currency,
    initial: { method: 'CHEQUE' },
    required: ['name'],
    limits: { reference: 100 },
    problems: (values) => problemsOf(values, (text) => problem(text, placeOf(values.campaignId).currency), t),
    change: record,
    send: (values, keyFor) => {
      const input = { ...applicableValues(values), receivedOn: values.receivedOn || latest };
      record.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    },
  });
  const { values } = form;
  // Defaults to today in the fundraiser's time zone.
  const latest = todayIn(placeOf(values.campaignId).timeZone);
  const openPledges = useRead(
    pledgesQuery,
    { campaignId: values.campaignId, status: ['OPEN'], first: 100 },
    { enabled: values.campaignId !== '' },
  );
  const pledges = values.campaignId === '' ? [] : (openPledges.data?.pledges.edges.map(({ node }) => node) ?? []);
  const { CASH, CHEQUE, BANK, IN_KIND } = words.enums.giftMethod;

  return (
    <div className={classes.form}>
      <PageHeader
        title={t.offlineGifts.title}
        lead={t.offlineGifts.lead}
        back={{ to: '/gifts', label: t.common.gifts }}
      />
      <Form
        form={form}
        submitLabel={t.offlineGifts.submit}
        pendingLabel={t.offlineGifts.working}
        onCancel={() => void navigate('/gifts')}
      >
        <FormField
          form={form}
          name="method"
          choices={Object.entries({ CHEQUE, CASH, BANK, IN_KIND }).map(([value, label]) => ({ value, label }))}
        />
        <FormField
          form={form}
          name="campaignId"
          choices={campaigns.map(({ id, title }) => ({ value: id, label: title }))}
        />
        {values.method === 'IN_KIND' ? (
          <FormField form={form} name="inKindDescription" as="textarea" required />
        ) : (
          <FormField form={form} name="amount" required />
        )}
        <FormField form={form} name="name" />
        <FormField form={form} name="email" />
        <FormField form={form} name="anonymous" />
        <FormField form={form} name="receivedOn" max={latest} value={values.receivedOn || latest} />
        <FormField form={form} name="reference" />
        <FormField form={form} name="goodsDescription" />
        {values.goodsDescription.trim() !== '' && <FormField form={form} name="goodsValue" required />}
        {pledges.length > 0 && (
          <FormField
            form={form}
            name="pledgeId"
            choices={pledges.map(({ id, name, amount }) => ({
              value: id,
              label: `${name}: ${moneyText(locale, amount)}`,
            }))}
          />
        )}
      </Form>
    </div>
  );
}
