import { Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { FormFoot } from '../parts/forms/form-foot';
import { useFields } from '../parts/forms/use-fields';
import { useWords } from '../words/words';
import { recordEvidenceMutation, type Business, type EvidenceKind } from './queries';

interface EvidenceFormProps {
  business: Business;
  kind: EvidenceKind;
  onDone: () => void;
}

/** What somebody looked at, where, and whether it held. */
export function EvidenceForm({ business, kind, onDone }: EvidenceFormProps) {
  const { t } = useWords();
  const words = t.businesses.evidence;
  // The mail proves itself; at the desk one can only note that something is wrong with it.
  const byMail = kind === 'DOMAIN_MAIL';
  const [passed, setPassed] = useState(byMail ? 'no' : '');
  const [unanswered, setUnanswered] = useState(false);
  const record = useChange(recordEvidenceMutation, { quiet: true, success: () => words.recorded, onDone });
  const { values, field, complete, shown } = useFields(
    { source: '', note: '' },
    passed === 'yes' ? ['source'] : passed === 'no' ? ['note'] : [],
    record.error,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setUnanswered(passed === '');
    if (!complete() || passed === '' || record.isPending) return;
    record.mutate({
      input: {
        id: business.id,
        round: business.round,
        kind,
        passed: passed === 'yes',
        source: values.source.trim() || null,
        note: values.note.trim() || null,
      },
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text>{words.how[kind]}</Text>
        {!byMail && (
          <Radio.Group
            label={words.question}
            required
            value={passed}
            onChange={setPassed}
            error={unanswered ? t.fieldReasons.required : undefined}
          >
            <Stack gap={8} mt={6}>
              <Radio value="yes" label={words.yes} />
              <Radio value="no" label={words.no} />
            </Stack>
          </Radio.Group>
        )}
        <TextInput label={words.source} description={words.sourceHint[kind]} maxLength={500} {...field('source')} />
        <Textarea
          label={words.note}
          description={words.noteHint}
          autosize
          minRows={2}
          maxLength={2000}
          {...field('note')}
        />
        {passed === 'no' && business.checklist.some((step) => step.kind === kind && step.required) && (
          <Text size="sm" c="var(--u-clay)">
            {business.status === 'APPROVED' ? words.undoesApproval : words.undoesYes}
          </Text>
        )}
        <FormFoot
          submit={words.submit}
          working={words.working}
          pending={record.isPending}
          error={record.error}
          shown={shown}
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}
