import { Button, Checkbox, Group, Radio, Stack, Textarea, Title } from '@mantine/core';
import { isRefusal } from '@upstander/api-client';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { ReasonDialog } from '../parts/ui/reason-dialog';
import { useWords } from '../words/words';
import classes from './opportunities.module.css';
import {
  approveMutation,
  reasonMutations,
  tagMutation,
  type HarmTag,
  type Opportunity,
  type ReasonStep,
} from './queries';

const harmTags = [
  'ISOLATED_SITE',
  'DOMESTIC',
  'ALCOHOL',
  'CASH_HANDLING',
  'NIGHT',
] as const satisfies readonly HarmTag[];

export function StaffBox({ opportunity }: { opportunity: Opportunity }) {
  const { t } = useWords('opportunities');
  const labels = t.opportunities.staff;
  const [tags, setTags] = useState<string[]>(() => [...opportunity.harmTags, ...suggestedTags(opportunity)]);
  const [isPublic, setPublic] = useState(opportunity.staffAllowsPublic && opportunity.wantsPublic);
  const { status } = opportunity;
  const isInReview = status === 'IN_REVIEW';
  if (!isInReview && status !== 'PUBLISHED' && status !== 'EXPIRING') return null;
  const assessment = { harmTags: harmTags.filter((saveTags) => tags.includes(saveTags)), isPublic };
  return (
    <section className={classes.staff} aria-labelledby="staff-title">
      <Title order={2} id="staff-title">
        {isInReview ? labels.title : labels.titleShown}
      </Title>
      <Stack gap="md" mt="sm">
        <HarmTags value={tags} onChange={setTags} />
        <Publicity isRequested={opportunity.wantsPublic} value={isPublic} onChange={setPublic} />
        {isInReview ? (
          <Decide opportunity={opportunity} assessment={assessment} />
        ) : (
          <SaveTags id={opportunity.id} assessment={assessment} />
        )}
      </Stack>
    </section>
  );
}

function suggestedTags({ nightWork, harmTags: currentTags, status }: Opportunity): HarmTag[] {
  return status === 'IN_REVIEW' && nightWork && !currentTags.includes('NIGHT') ? ['NIGHT'] : [];
}

function HarmTags({ value, onChange }: { value: string[]; onChange: (tags: string[]) => void }) {
  const { t, words: catalog } = useWords('opportunities');
  const labels = t.opportunities.staff;
  return (
    <Checkbox.Group label={labels.harm} description={labels.harmHint} value={value} onChange={onChange}>
      <Stack gap={8} mt={8}>
        {harmTags.map((saveTags) => (
          <Checkbox key={saveTags} value={saveTags} label={catalog.enums.harmTag[saveTags]} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

interface PublicityProps {
  isRequested: boolean;
  value: boolean;
  onChange: (value: boolean) => void;
}

function Publicity({ isRequested, value, onChange }: PublicityProps) {
  const { t } = useWords('opportunities');
  const labels = t.opportunities.staff;
  return (
    <Radio.Group
      label={labels.publicity}
      description={isRequested ? labels.publicityHint : labels.notWanted}
      value={value ? 'public' : 'partner'}
      onChange={(value) => onChange(value === 'public')}
    >
      <Stack gap={8} mt={8}>
        <Radio value="partner" label={labels.partner} description={labels.partnerHint} />
        <Radio value="public" label={labels.public} description={labels.publicHint} disabled={!isRequested} />
      </Stack>
    </Radio.Group>
  );
}

interface Assessment {
  harmTags: HarmTag[];
  isPublic: boolean;
}

function Decide({ opportunity, assessment }: { opportunity: Opportunity; assessment: Assessment }) {
  const { t } = useWords('opportunities');
  const labels = t.opportunities.staff;
  const [note, setNote] = useState('');
  const [isNoteMissing, setIsNoteMissing] = useState(false);
  const [reasonStep, setReasonStep] = useState<ReasonStep | null>(null);
  const { id, version, flags, mayApprove, cannotApproveBecause } = opportunity;
  const isFlagged = flags.length > 0;
  const approve = useChange(approveMutation, {
    success: () => labels.approved,
    onFailed: (error) => {
      const isNoteRequired = isRefusal(error, 'FLAGS_NEED_A_NOTE');
      setIsNoteMissing(isNoteRequired);
      return isNoteRequired;
    },
  });
  const submit = () => {
    const incomplete = isFlagged && note.trim() === '';
    setIsNoteMissing(incomplete);
    if (incomplete || approve.isPending) return;
    approve.mutate({ input: { id, version, ...assessment, note: note.trim() || null } });
  };
  return (
    <>
      {mayApprove && (
        <Textarea
          label={isFlagged ? labels.noteFlagged : labels.note}
          description={labels.noteHint}
          required={isFlagged}
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={isNoteMissing ? labels.noteMissing : undefined}
        />
      )}
      {cannotApproveBecause && <p className={classes.whyNot}>{refusalReason(labels.because, cannotApproveBecause)}</p>}
      <Group gap="xs">
        {mayApprove && (
          <Button onClick={submit} aria-disabled={approve.isPending}>
            {approve.isPending ? t.common.approving : t.common.approve}
          </Button>
        )}
        <Button variant="default" onClick={() => setReasonStep('changes')}>
          {t.shared.requestChanges}
        </Button>
        <Button variant="default" c="var(--u-clay)" onClick={() => setReasonStep('refuse')}>
          {t.common.decline}
        </Button>
      </Group>
      <ReasonDialog
        id={id}
        step={reasonStep}
        mutations={reasonMutations}
        words={t.opportunities.steps}
        onClose={() => setReasonStep(null)}
      />
    </>
  );
}

function refusalReason(reasons: Record<string, string>, code: string): string {
  return (Object.hasOwn(reasons, code) ? reasons[code] : undefined) ?? reasons['NOT_IN_REVIEW'] ?? code;
}

function SaveTags({ id, assessment }: { id: string; assessment: Assessment }) {
  const { t } = useWords();
  const saveTags = useChange(tagMutation, { success: () => t.common.saved });
  return (
    <Group gap="xs">
      <Button
        variant="default"
        onClick={() => !saveTags.isPending && saveTags.mutate({ input: { id, ...assessment } })}
        aria-disabled={saveTags.isPending}
      >
        {saveTags.isPending ? t.common.saving : t.common.save}
      </Button>
    </Group>
  );
}
