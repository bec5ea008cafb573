import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { limits, decimalText, moneyText, parseMoney } from '@upstander/web-kit';
import { useState, type FormEvent } from 'react';
import { useChange, useRead } from '../api/use-api';
import { useSameKey } from '../api/use-same-key';
import { Failure } from '../parts/ui/failure';
import { FileField, type KeptFile } from '../parts/forms/file-field';
import { FormFoot } from '../parts/forms/form-foot';
import { Loading } from '../parts/ui/loading';
import { MoneyField } from '../parts/forms/money-field';
import { useFields } from '../parts/forms/use-fields';
import { useSettings } from '../parts/ui/settings';
import { todayIn } from '../parts/ui/when';
import { useWords } from '../words/words';
import { holdersQuery, proofKinds, recordMutation, type Holder } from './queries';

interface RecordFormProps {
  /** Chosen already, or empty. */
  campaignId: string;
  onDone: () => void;
}

/** What has left the bank for a beneficiary; a second person checks it. */
export function RecordForm({ campaignId, onDone }: RecordFormProps) {
  const { t } = useWords();
  const { data, error, refetch } = useRead(holdersQuery, {});
  if (!data) {
    return error ? <Failure error={error} retry={() => void refetch()} /> : <Loading what={t.disbursements.what} />;
  }
  const holders = data.manageCampaigns.edges
    .map(({ node }) => node)
    .filter(({ id, disbursable }) => id === campaignId || BigInt(disbursable.amountMinor) > 0n);
  if (holders.length === 0) return <Text>{t.disbursements.form.none}</Text>;
  return <Fields holders={holders} campaignId={campaignId} onDone={onDone} />;
}

function Fields({ holders, campaignId, onDone }: RecordFormProps & { holders: readonly Holder[] }) {
  const { t, locale } = useWords();
  const words = t.disbursements.form;
  const [file, setFile] = useState<KeptFile | null>(null);
  const [fileWrong, setFileWrong] = useState(false);
  const settings = useSettings();
  const [problem, setProblem] = useState<string>();
  const keyFor = useSameKey();
  const record = useChange(recordMutation, { quiet: true, success: () => words.done, onDone });
  const known = holders.some(({ id }) => id === campaignId);
  const { values, field, set, complete, shown } = useFields(
    {
      campaignId: known ? campaignId : holders.length === 1 ? (holders[0]?.id ?? '') : '',
      amount: '',
      paidOn: '',
      reference: '',
    },
    ['campaignId', 'amount'],
    record.error,
  );
  const holder = holders.find(({ id }) => id === values.campaignId);
  const { currency, timeZone } = holder ?? settings;
  const latest = todayIn(timeZone);
  // Until somebody chooses a day it is today, where the fundraiser is.
  const paidOn = values.paidOn || latest;
  const amount = field('amount');

  const wrong = (): string | undefined => {
    const minor = parseMoney(values.amount, currency);
    if (minor === null) return t.money.notAnAmount;
    if (minor === 0) return t.money.notZero;
    return holder && BigInt(minor) > BigInt(holder.disbursable.amountMinor)
      ? words.tooMuch({ amount: moneyText(locale, holder.disbursable) })
      : undefined;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete() || record.isPending) return;
    const found = wrong();
    setProblem(found);
    if (found || fileWrong) return;
    const input = {
      campaignId: values.campaignId,
      amount: { amountMinor: parseMoney(values.amount, currency) ?? 0, currency },
      paidOn,
      reference: values.reference.trim() || null,
      evidenceFileId: file?.id ?? null,
    };
    record.mutate({ input: { ...input, idempotencyKey: keyFor(input) } });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
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
        <MoneyField label={t.money.amount} currency={currency} {...amount} error={amount.error ?? problem} />
        <TextInput type="date" label={t.disbursements.paidOn} max={latest} {...field('paidOn')} value={paidOn} />
        <TextInput
          label={words.reference}
          description={words.referenceHint}
          maxLength={limits.Disbursement.reference}
          {...field('reference')}
        />
        <FileField
          label={t.disbursements.proof}
          hint={words.proofHint}
          purpose="proof"
          accept={proofKinds}
          value={file}
          onChange={setFile}
          onWrong={setFileWrong}
        />
        <FormFoot
          submit={words.submit}
          working={words.recording}
          pending={record.isPending}
          error={record.error}
          shown={shown}
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}
