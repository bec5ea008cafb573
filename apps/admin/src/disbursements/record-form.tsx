import { Button, Text } from '@mantine/core';
import { decimalText, moneyText, models } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange, useRead } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { Pending } from '../parts/ui/pending';
import { useMoneyProblem } from '../parts/forms/use-money-problem';
import { useSettings } from '../session/settings';
import { todayIn } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { formOnly } from '../parts/forms/form-only-fields';
import { FormFile } from '../parts/forms/form-file';
import { holdersQuery, proofKinds, recordMutation, type Holder } from './queries';

interface RecordFormProps {
  /** Preselected fundraiser, or empty. */
  campaignId: string;
  onDone: () => void;
}

/** A second person approves each transfer. */
export function RecordForm({ campaignId, onDone }: RecordFormProps) {
  const { t } = useWords('disbursements');
  const { data, error, refetch } = useRead(holdersQuery, {});
  if (!data) return <Pending error={error} retry={refetch} noun={t.disbursements.what} />;
  const holders = data.manageCampaigns.edges
    .map(({ node }) => node)
    .filter(({ id, disbursable }) => id === campaignId || BigInt(disbursable.amountMinor) > 0n);
  if (holders.length === 0) return <Text>{t.disbursements.form.none}</Text>;
  return <Fields holders={holders} campaignId={campaignId} onDone={onDone} />;
}

function Fields({ holders, campaignId, onDone }: RecordFormProps & { holders: readonly Holder[] }) {
  const { t, locale } = useWords('disbursements');
  const words = t.disbursements.form;
  const [fileWrong, setFileWrong] = useState(false);
  const settings = useSettings();
  const problem = useMoneyProblem();
  const record = useChange(recordMutation, { quiet: true, success: () => words.done, onDone });
  const model = { ...models.RecordDisbursementInput, paidOn: formOnly.date };
  const known = holders.some(({ id }) => id === campaignId);
  // Defaults to today in the fundraiser's time zone.
  const placeOf = (id: string) => {
    const holder = holders.find((one) => one.id === id);
    const { currency, timeZone } = holder ?? settings;
    return { holder, currency, latest: todayIn(timeZone) };
  };
  const form = useModelForm(model, null, {
    omit: ['idempotencyKey'],
    labels: {
      ...words,
      campaignId: t.common.fundraiser,
      amount: t.common.amount,
      paidOn: t.disbursements.paidOn,
      evidenceFileId: t.shared.transferReceipt,
      evidenceFileIdHint: words.proofHint,
    },
    currency: ({ campaignId: id }) => placeOf(id).currency,
    initial: { campaignId: known ? campaignId : holders.length === 1 ? (holders[0]?.id ?? '') : '' },
    problems: ({ amount, campaignId: id }) => {
      const { holder, currency } = placeOf(id);
      const most = holder?.disbursable;
      return {
        amount: problem(
          amount,
          currency,
          most && { most, tooMuch: words.tooMuch({ amount: moneyText(locale, most) }) },
        ),
        evidenceFileId: fileWrong ? t.fieldReasons.other : undefined,
      };
    },
    change: record,
    send: (typed, keyFor) => {
      const input = { ...typed, paidOn: typed.paidOn || placeOf(typed.campaignId).latest };
      record.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    },
  });
  const { values, set } = form;
  const { holder, latest } = placeOf(values.campaignId);

  return (
    <Form form={form} submitLabel={t.common.record} pendingLabel={t.common.recording} onCancel={onDone}>
      <Text c="dimmed">{words.lead}</Text>
      <FormField
        form={form}
        name="campaignId"
        choices={[
          ...(values.campaignId === '' ? [{ value: '', label: t.shared.chooseAFundraiser }] : []),
          ...holders.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      {holder && (
        <Text size="sm">
          {words.available({ amount: moneyText(locale, holder.disbursable), who: holder.beneficiary.name })}{' '}
          <Button variant="subtle" size="compact-sm" onClick={() => set('amount', decimalText(holder.disbursable))}>
            {words.all}
          </Button>
        </Text>
      )}
      <FormField form={form} name="amount" />
      <FormField form={form} name="paidOn" max={latest} value={values.paidOn || latest} />
      <FormField form={form} name="reference" />
      <FormFile form={form} name="evidenceFileId" purpose="evidence" accept={proofKinds} onInvalid={setFileWrong} />
    </Form>
  );
}
