import { Button, Checkbox, Radio, Stack, Textarea, Title } from '@mantine/core';
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
  const words = t.opportunities.staff;
  const [tags, setTags] = useState<string[]>(() => [...opportunity.harmTags, ...suggested(opportunity)]);
  const [isPublic, setPublic] = useState(opportunity.staffSayPublic && opportunity.wantsPublic);
  const { status } = opportunity;
  const reviewing = status === 'IN_REVIEW';
  if (!reviewing && status !== 'PUBLISHED' && status !== 'EXPIRING') return null;
  const said = { harmTags: harmTags.filter((tag) => tags.includes(tag)), isPublic };
  return (
    <section className={classes.staff} aria-labelledby="staff-title">
      <Title order={2} id="staff-title">
        {reviewing ? words.title : words.titleShown}
      </Title>
      <Stack gap="md" mt="sm">
        <HarmTags value={tags} onChange={setTags} />
        <Publicity wanted={opportunity.wantsPublic} value={isPublic} onChange={setPublic} />
        {reviewing ? <Decide opportunity={opportunity} said={said} /> : <SaveTags id={opportunity.id} said={said} />}
      </Stack>
    </section>
  );
}

/** Suggests the tag for night work. The moderator can remove it. */
function suggested({ nightWork, harmTags: known, status }: Opportunity): HarmTag[] {
  return status === 'IN_REVIEW' && nightWork && !known.includes('NIGHT') ? ['NIGHT'] : [];
}

function HarmTags({ value, onChange }: { value: string[]; onChange: (tags: string[]) => void }) {
  const { t, words: catalogue } = useWords('opportunities');
  const words = t.opportunities.staff;
  return (
    <Checkbox.Group label={words.harm} description={words.harmHint} value={value} onChange={onChange}>
      <Stack gap={6} mt={8}>
        {harmTags.map((tag) => (
          <Checkbox key={tag} value={tag} label={catalogue.enums.harmTag[tag]} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

interface PublicityProps {
  wanted: boolean;
  value: boolean;
  onChange: (value: boolean) => void;
}

function Publicity({ wanted, value, onChange }: PublicityProps) {
  const { t } = useWords('opportunities');
  const words = t.opportunities.staff;
  return (
    <Radio.Group
      label={words.publicity}
      description={wanted ? words.publicityHint : words.notWanted}
      value={value ? 'public' : 'partner'}
      onChange={(chosen) => onChange(chosen === 'public')}
    >
      <Stack gap={6} mt={8}>
        <Radio value="partner" label={words.partner} description={words.partnerHint} />
        <Radio value="public" label={words.public} description={words.publicHint} disabled={!wanted} />
      </Stack>
    </Radio.Group>
  );
}

interface Assessment {
  harmTags: HarmTag[];
  isPublic: boolean;
}

function Decide({ opportunity, said }: { opportunity: Opportunity; said: Assessment }) {
  const { t } = useWords('opportunities');
  const words = t.opportunities.staff;
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const [asking, setAsking] = useState<ReasonStep | null>(null);
  const { id, version, flags, mayApprove, cannotApproveBecause } = opportunity;
  const flagged = flags.length > 0;
  const approve = useChange(approveMutation, {
    success: () => words.approved,
    onFailed: (error) => {
      const wanted = isRefusal(error, 'FLAGS_NEED_A_NOTE');
      setMissing(wanted);
      return wanted;
    },
  });
  const submit = () => {
    const incomplete = flagged && note.trim() === '';
    setMissing(incomplete);
    if (incomplete || approve.isPending) return;
    approve.mutate({ input: { id, version, ...said, note: note.trim() || null } });
  };
  return (
    <>
      {mayApprove && (
        <Textarea
          label={flagged ? words.noteFlagged : words.note}
          description={words.noteHint}
          required={flagged}
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={missing ? words.noteMissing : undefined}
        />
      )}
      {cannotApproveBecause && <p className={classes.whyNot}>{because(words.because, cannotApproveBecause)}</p>}
      <div className={classes.buttons}>
        {mayApprove && (
          <Button onClick={submit} aria-disabled={approve.isPending}>
            {approve.isPending ? words.approving : words.approve}
          </Button>
        )}
        <Button variant="default" onClick={() => setAsking('changes')}>
          {words.changes}
        </Button>
        <Button variant="default" c="var(--u-clay)" onClick={() => setAsking('refuse')}>
          {words.refuse}
        </Button>
      </div>
      <ReasonDialog
        id={id}
        step={asking}
        mutations={reasonMutations}
        words={t.opportunities.steps}
        onClose={() => setAsking(null)}
      />
    </>
  );
}

function because(reasons: Record<string, string>, code: string): string {
  return (Object.hasOwn(reasons, code) ? reasons[code] : undefined) ?? reasons['NOT_IN_REVIEW'] ?? code;
}

function SaveTags({ id, said }: { id: string; said: Assessment }) {
  const words = useWords('opportunities').t.opportunities.staff;
  const tag = useChange(tagMutation, { success: () => words.tagged });
  return (
    <div className={classes.buttons}>
      <Button
        variant="default"
        onClick={() => !tag.isPending && tag.mutate({ input: { id, ...said } })}
        aria-disabled={tag.isPending}
      >
        {tag.isPending ? words.saving : words.save}
      </Button>
    </div>
  );
}
