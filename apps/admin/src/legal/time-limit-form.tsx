import { Text, Textarea, TextInput } from '@mantine/core';
import { limits } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useEntry } from '../parts/forms/use-entry';
import { useWords } from '../words/words';
import { reviewTimeLimitMutation, type TimeLimitRow } from './queries';

/** A time limit as a lawyer has reviewed it today, with any corrections. */
export function TimeLimitForm({ limit, onDone }: { limit: TimeLimitRow; onDone: () => void }) {
  const { t } = useWords('legal');
  const say = t.legal;
  const review = useChange(reviewTimeLimitMutation, { quiet: true, success: () => say.saved, onDone });
  const { rule, ruleEs, sourceTitle, sourceYear, sourceUrl } = limit;
  const form = useEntry({
    initial: { rule, ruleEs, sourceTitle, sourceYear: String(sourceYear), sourceUrl, reviewedBy: '' },
    required: ['rule', 'ruleEs', 'sourceTitle', 'sourceYear', 'sourceUrl', 'reviewedBy'],
    limits: limits.TimeLimit,
    change: review,
    send: (values) => review.mutate({ id: limit.id, input: { ...values, sourceYear: Number(values.sourceYear) } }),
  });
  const { field } = form;
  return (
    <Form of={form} submit={say.record} working={say.saving} onCancel={onDone}>
      <Text>{say.recordLimit}</Text>
      <Textarea label={say.rule} autosize minRows={2} {...field('rule')} />
      <Textarea label={say.ruleEs} autosize minRows={2} {...field('ruleEs')} />
      <TextInput label={say.sourceTitle} {...field('sourceTitle')} />
      <TextInput label={say.sourceYear} inputMode="numeric" {...field('sourceYear')} />
      <TextInput label={say.sourceUrl} type="url" {...field('sourceUrl')} />
      <TextInput label={say.reviewedBy} {...field('reviewedBy')} />
    </Form>
  );
}
