import { Alert, Button, Checkbox, Group } from '@mantine/core';
import { useState } from 'react';
import { ConfirmChange } from '../parts/ui/confirm';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import { approveArticleMutation, type Article, type Version } from './queries';

/** Includes the comparison of the Spanish if it is still pending. */
export function ArticleApproval({ article, latest }: { article: Article; latest: Version }) {
  const { t, labels } = useWords('articles');
  const [isCompared, setIsCompared] = useState(false);
  const [isReasonMissing, setIsReasonMissing] = useState(false);
  const [isConfirming, setIsConfirming] = useState(false);
  const mustCompare = !latest.isSpanishCurrent;
  const approve = () => {
    setIsReasonMissing(mustCompare && !isCompared);
    setIsConfirming(!mustCompare || isCompared);
  };
  return (
    <Section title={labels.approval} lead={labels.approvalLead}>
      {mustCompare && (
        <Alert color="amber" mb="md" title={labels.outOfStep}>
          <Checkbox
            label={labels.form.spanishConfirmed}
            checked={isCompared}
            onChange={(event) => {
              setIsCompared(event.currentTarget.checked);
              setIsReasonMissing(false);
            }}
            error={isReasonMissing ? t.fieldReasons.required : undefined}
          />
        </Alert>
      )}
      <Group>
        <Button onClick={approve}>{t.common.approve}</Button>
      </Group>
      <ConfirmChange
        {...labels.steps.approve}
        {...{
          opened: isConfirming,
          onClose: () => setIsConfirming(false),
          pendingLabel: labels.steps.working,
          tone: 'good' as const,
        }}
        submitLabel={t.common.approve}
        successMessage={labels.steps.approve.done}
        mutation={approveArticleMutation}
        variables={() => ({ id: article.id, version: latest.number, spanishConfirmed: isCompared })}
      />
    </Section>
  );
}
