import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { instantOf } from '../parts/forms/wall-time';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { useSettings } from '../parts/ui/settings';
import { useWords } from '../words/words';
import {
  cancelWithdrawalMutation,
  confirmWithdrawalMutation,
  returnArticleMutation,
  submitArticleMutation,
  withdrawArticleMutation,
  type Article,
} from './queries';

type Step = 'submit' | 'return' | 'withdraw' | 'confirmWithdrawal' | 'cancelWithdrawal';

/** What can be done with the latest version, and with what is on the site; each asks first. */
export function ArticleActions({ article }: { article: Article }) {
  const { t } = useWords('articles');
  const say = t.articles.steps;
  const [step, setStep] = useState<Step | null>(null);
  const { id, version, versionStatus: status } = article;
  const close = () => setStep(null);
  const reason = { label: say.reason, required: true } as const;
  return (
    <>
      {status === 'DRAFT' && <Button onClick={() => setStep('submit')}>{say.submit.button}</Button>}
      {(status === 'SUBMITTED' || status === 'SCHEDULED') && (
        <Button variant="default" onClick={() => setStep('return')}>
          {say.return.button}
        </Button>
      )}
      {article.canConfirmWithdrawal && (
        <Button color="clay" onClick={() => setStep('confirmWithdrawal')}>
          {say.confirmWithdrawal.button}
        </Button>
      )}
      {article.withdrawalRequestedAt && (
        <Button variant="default" onClick={() => setStep('cancelWithdrawal')}>
          {say.cancelWithdrawal.button}
        </Button>
      )}
      {article.status === 'PUBLISHED' && !article.withdrawalRequestedAt && (
        <Button variant="default" onClick={() => setStep('withdraw')}>
          {say.withdraw.button}
        </Button>
      )}
      <Dialog opened={step === 'submit'} onClose={close} title={say.submit.title}>
        <SubmitForm article={article} onDone={close} />
      </Dialog>
      <ConfirmChange
        {...say.return}
        {...{ opened: step === 'return', onClose: close, working: say.working, tone: 'good' as const, reason }}
        submit={say.return.button}
        mutation={returnArticleMutation}
        variables={(why) => ({ id, version, reason: why })}
      />
      <ConfirmChange
        {...say.withdraw}
        {...{ opened: step === 'withdraw', onClose: close, working: say.working, reason }}
        submit={say.withdraw.button}
        mutation={withdrawArticleMutation}
        variables={(why) => ({ id, reason: why })}
      />
      <ConfirmChange
        {...say.confirmWithdrawal}
        {...{ opened: step === 'confirmWithdrawal', onClose: close, working: say.working }}
        submit={say.confirmWithdrawal.button}
        mutation={confirmWithdrawalMutation}
        variables={() => ({ id })}
      />
      <ConfirmChange
        {...say.cancelWithdrawal}
        {...{ opened: step === 'cancelWithdrawal', onClose: close, working: say.working, tone: 'good' as const }}
        submit={say.cancelWithdrawal.button}
        mutation={cancelWithdrawalMutation}
        variables={() => ({ id })}
      />
    </>
  );
}

/** Asks somebody else to read it; a time is only needed where it is not to be published at once. */
function SubmitForm({ article: { id, version }, onDone }: { article: Article; onDone: () => void }) {
  const { t } = useWords('articles');
  const say = t.articles.steps;
  const { timeZone } = useSettings();
  const submit = useChange(submitArticleMutation, { quiet: true, success: () => say.submit.done, onDone });
  const form = useMutationForm({
    initial: { publishAt: '' },
    change: submit,
    send: ({ publishAt }) => {
      const [day = '', time = ''] = publishAt.split('T');
      submit.mutate({ id, version, publishAt: instantOf(day, time, timeZone)?.toISOString() ?? null });
    },
  });
  return (
    <Form form={form} submit={say.submit.button} working={say.working} onCancel={onDone}>
      <p>{say.submit.text}</p>
      <TextInput
        type="datetime-local"
        label={say.publishAt}
        description={say.publishAtHint({ zone: timeZone })}
        {...form.field('publishAt')}
      />
    </Form>
  );
}
