import { Alert, Button, Checkbox, Group } from '@mantine/core';
import { useState } from 'react';
import { ConfirmChange } from '../parts/ui/confirm';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import { approveArticleMutation, type Article, type Version } from './queries';

/** Below the whole text in both languages: an approval, with the Spanish compared if no one has done so yet. */
export function ArticleApproval({ article, latest }: { article: Article; latest: Version }) {
  const { t } = useWords('articles');
  const say = t.articles;
  const [compared, setCompared] = useState(false);
  const [missing, setMissing] = useState(false);
  const [asking, setAsking] = useState(false);
  const mustCompare = !latest.spanishInStep;
  const approve = () => {
    setMissing(mustCompare && !compared);
    setAsking(!mustCompare || compared);
  };
  return (
    <Section title={say.approval} lead={say.approvalLead}>
      {mustCompare && (
        <Alert color="amber" mb="md" title={say.outOfStep}>
          <Checkbox
            label={say.form.spanishConfirmed}
            checked={compared}
            onChange={(event) => {
              setCompared(event.currentTarget.checked);
              setMissing(false);
            }}
            error={missing ? t.fieldReasons.required : undefined}
          />
        </Alert>
      )}
      <Group>
        <Button onClick={approve}>{say.steps.approve.button}</Button>
      </Group>
      <ConfirmChange
        {...say.steps.approve}
        {...{ opened: asking, onClose: () => setAsking(false), working: say.steps.working, tone: 'good' as const }}
        submit={say.steps.approve.button}
        mutation={approveArticleMutation}
        variables={() => ({ id: article.id, version: latest.number, spanishConfirmed: compared })}
      />
    </Section>
  );
}
