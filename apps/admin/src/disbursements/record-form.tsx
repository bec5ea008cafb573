import { Button, NativeSelect, Text, TextInput } from '@mantine/core';
import { limits, decimalText, moneyText } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange, useRead } from '../api/use-api';
import { Failure } from '../parts/ui/failure';
import { FileField, type KeptFile } from '../parts/forms/file-field';
import { Form } from '../parts/forms/form';
import { Loading } from '../parts/ui/loading';
import { MoneyField, moneyTyped } from '../parts/forms/money-field';
import { useMoneyProblem } from '../parts/forms/use-money-problem';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { useSettings } from '../session/settings';
import { todayIn } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { holdersQuery, proofKinds, recordMutation, type Holder } from './queries';

interface RecordFormProps {
  /** Preselected fundraiser, or empty. */
  campaignId: string;
  onDone: () => void;
}

/** Records a transfer to a beneficiary. A second person approves it. */
export function RecordForm({ campaignId, onDone }: RecordFormProps) {
  const { t } = useWords('disbursements');
  const { data, error, refetch } = useRead(holdersQuery, {});
  if (!data) {
    return error ? <Failure error={error} retry={() => void refetch()} /> : <Loading noun={t.disbursements.what} />;
  }
  const holders = data.manageCampaigns.edges
    .map(({ node }) => node)
    .filter(({ id, disbursable }) => id === campaignId || BigInt(disbursable.amountMinor) > 0n);
  if (holders.length === 0) return <Text>{t.disbursements.form.none}</Text>;
  return <Fields holders={holders} campaignId={campaignId} onDone={onDone} />;
}

function Fields({ holders, campaignId, onDone }: RecordFormProps & { holders: readonly Holder[] }) {
  const { t, locale } = useWords('disbursements', 'money');
  const words = t.disbursements.form;
  const [file, setFile] = useState<KeptFile | null>(null);
  const [fileWrong, setFileWrong] = useState(false);
  const settings = useSettings();
  const problem = useMoneyProblem();
  const record = useChange(recordMutation, { quiet: true, success: () => words.done, onDone });
  const known = holders.some(({ id }) => id === campaignId);
  // Defaults to today in the fundraiser's time zone.
  const placeOf = (id: string) => {
    const holder = holders.find((one) => one.id === id);
    const { currency, timeZone } = holder ?? settings;
    return { holder, currency, latest: todayIn(timeZone) };
  };
  const form = useMutationForm({
    initial: {
      campaignId: known ? campaignId : holders.length === 1 ? (holders[0]?.id ?? '') : '',
      amount: '',
      paidOn: '',
      reference: '',
    },
    required: ['campaignId', 'amount'],
    limits: limits.Disbursement,
    problems: ({ amount, campaignId: id }) => {
      const { holder, currency } = placeOf(id);
      const most = holder?.disbursable;
      return {
        amount: problem(
          amount,
          currency,
          most && { most, tooMuch: words.tooMuch({ amount: moneyText(locale, most) }) },
        ),
      };
    },
    change: record,
    send: ({ amount, reference, campaignId: id, paidOn: day }, keyFor) => {
      if (fileWrong) return;
      const { currency, latest } = placeOf(id);
      const input = {
        campaignId: id,
        amount: moneyTyped(amount, currency),
        paidOn: day || latest,
        reference: reference || null,
        evidenceFileId: file?.id ?? null,
      };
      record.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
    },
  });
  const { values, field, set } = form;
  const { holder, currency, latest } = placeOf(values.campaignId);
  const paidOn = values.paidOn || latest;

  return (
    <Form form={form} submitLabel={words.submit} pendingLabel={words.recording} onCancel={onDone}>
      <Text c="dimmed">{words.lead}</Text>
      <NativeSelect
        label={words.fundraiser}
        {...field('campaignId')}
        data={[
          ...(values.campaignId === '' ? [{ value: '', label: words.choose }] : []),
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
      <MoneyField label={t.money.amount} currency={currency} {...field('amount')} />
      <TextInput type="date" label={t.disbursements.paidOn} max={latest} {...field('paidOn')} value={paidOn} />
      <TextInput label={words.reference} description={words.referenceHint} {...field('reference')} />
      <FileField
        label={t.disbursements.proof}
        hint={words.proofHint}
        purpose="evidence"
        accept={proofKinds}
        value={file}
        onChange={setFile}
        onInvalid={setFileWrong}
      />
    </Form>
  );
}
