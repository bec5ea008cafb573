import { Button } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { instantOf } from '../parts/forms/wall-time';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { useSettings } from '../session/settings';
import { useWords } from '../words/words';
import { formOnly } from '../parts/forms/form-only-fields';
import { FormField } from '../parts/forms/form-field';
import {
  cancelWithdrawalMutation,
  confirmWithdrawalMutation,
  returnArticleMutation,
  submitArticleMutation,
  withdrawArticleMutation,
  type Article,
} from './queries';

type Step = 'submit' | 'return' | 'withdraw' | 'confirmWithdrawal' | 'cancelWithdrawal';

export function ArticleActions({ article }: { article: Article }) {
  const { t } = useWords('articles');
  const labels = t.articles.steps;
  const [step, setStep] = useState<Step | null>(null);
  const { id, version, versionStatus: status } = article;
  const close = () => setStep(null);
  const reason = { label: t.common.reason, required: true } as const;
  return (
    <>
      {status === 'DRAFT' && <Button onClick={() => setStep('submit')}>{labels.submit.button}</Button>}
      {(status === 'SUBMITTED' || status === 'SCHEDULED') && (
        <Button variant="default" onClick={() => setStep('return')}>
          {labels.return.button}
        </Button>
      )}
      {article.canConfirmWithdrawal && (
        <Button color="clay" onClick={() => setStep('confirmWithdrawal')}>
          {labels.confirmWithdrawal.button}
        </Button>
      )}
      {article.withdrawalRequestedAt && (
        <Button variant="default" onClick={() => setStep('cancelWithdrawal')}>
          {labels.cancelWithdrawal.button}
        </Button>
      )}
      {article.status === 'PUBLISHED' && !article.withdrawalRequestedAt && (
        <Button variant="default" onClick={() => setStep('withdraw')}>
          {t.common.withdraw}
        </Button>
      )}
      <Dialog opened={step === 'submit'} onClose={close} title={labels.submit.title}>
        <SubmitForm article={article} onDone={close} />
      </Dialog>
      <ConfirmChange
        {...labels.return}
        {...{ opened: step === 'return', onClose: close, pendingLabel: labels.working, tone: 'good' as const, reason }}
        submitLabel={labels.return.button}
        successMessage={labels.return.done}
        mutation={returnArticleMutation}
        variables={(why) => ({ id, version, reason: why })}
      />
      <ConfirmChange
        {...labels.withdraw}
        {...{ opened: step === 'withdraw', onClose: close, pendingLabel: labels.working, reason }}
        submitLabel={t.common.withdraw}
        successMessage={labels.withdraw.done}
        mutation={withdrawArticleMutation}
        variables={(why) => ({ id, reason: why })}
      />
      <ConfirmChange
        {...labels.confirmWithdrawal}
        {...{ opened: step === 'confirmWithdrawal', onClose: close, pendingLabel: labels.working }}
        submitLabel={labels.confirmWithdrawal.button}
        successMessage={labels.confirmWithdrawal.done}
        mutation={confirmWithdrawalMutation}
        variables={() => ({ id })}
      />
      <ConfirmChange
        {...labels.cancelWithdrawal}
        {...{
          opened: step === 'cancelWithdrawal',
          onClose: close,
          pendingLabel: labels.working,
          tone: 'good' as const,
        }}
        submitLabel={labels.cancelWithdrawal.button}
        successMessage={labels.cancelWithdrawal.done}
        mutation={cancelWithdrawalMutation}
        variables={() => ({ id })}
      />
    </>
  );
}

function SubmitForm({ article: { id, version }, onDone }: { article: Article; onDone: () => void }) {
  const { t } = useWords('articles');
  const labels = t.articles.steps;
  const { timeZone } = useSettings();
  const submit = useChange(submitArticleMutation, { quiet: true, success: () => labels.submit.done, onDone });
  const form = useModelForm({ publishAt: formOnly.localDateTime }, null, {
    labels: { publishAt: labels.publishAt, publishAtHint: labels.publishAtHint({ zone: timeZone }) },
    change: submit,
    send: ({ publishAt }) => {
      const [day = '', time = ''] = publishAt.split('T');
      submit.mutate({ id, version, publishAt: instantOf(day, time, timeZone)?.toISOString() ?? null });
    },
  });
  return (
    <Form form={form} submitLabel={labels.submit.button} pendingLabel={labels.working} onCancel={onDone}>
      <p>{labels.submit.text}</p>
      <FormField form={form} name="publishAt" />
    </Form>
  );
}
