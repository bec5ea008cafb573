import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { FormPage } from '../parts/forms/form-page';
import { useFormPage } from '../parts/forms/use-form-page';
import { EyeIcon } from '../parts/ui/icons';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import { CoverField } from './cover-field';
import { FormGoal } from './form-goal';
import { problemsOf, refusedProblems } from './form-problems';
import { FormStory } from './form-story';
import { isWhole, type FundraiserFormValues } from './form-values';
import { FormWho } from './form-who';
import { FundraiserConflict, savedFundraiser } from './fundraiser-conflict';
import { FundraiserPreview } from './preview';
import type { Fundraiser } from './queries';
import { useSaveFundraiser } from './use-save-fundraiser';

interface FundraiserFormProps {
  initial: FundraiserFormValues;
  draftKey: string;
  /** Missing for a new one. */
  fundraiser?: Fundraiser;
}

/** Writing a fundraiser on one page. */
export function FundraiserForm({ initial, draftKey, fundraiser }: FundraiserFormProps) {
  const { t } = useWords('fundraiserForm');
  const words = t.fundraiserForm;
  const [preview, previewing] = useDisclosure(false);
  const page = useFormPage({
    initial,
    draftKey,
    isWhole,
    problemsOf: (values) => problemsOf(values, t),
    refusedProblems: (error) => refusedProblems(error, t),
    version: fundraiser?.version,
    theirs: savedFundraiser(fundraiser),
  });
  const { form, conflict } = page;
  const { saving, save } = useSaveFundraiser(fundraiser?.id, page.draft.finish);
  const submit = (how: 'save' | 'submit') =>
    saving ? undefined : void page.submit(how, (values, version) => save(values, how, version));
  const locked = fundraiser?.firstGiftAt != null;
  const mayHandIn = fundraiser === undefined || ['DRAFT', 'CHANGES_REQUESTED'].includes(fundraiser.status);

  return (
    <FormPage
      page={page}
      draftHeading={fundraiser ? words.draftEditTitle : words.draftTitle}
      titleOf={({ title }) => title}
      errorsTitle={(count) => words.errorsTitle({ count })}
      notices={
        conflict.found &&
        fundraiser && <FundraiserConflict form={form} found={conflict.found} beneficiary={fundraiser.beneficiary} />
      }
      actions={
        <>
          {mayHandIn && (
            <Button onClick={() => submit('submit')} aria-disabled={saving !== null}>
              {saving === 'submit' ? words.saving : words.saveAndSubmit}
            </Button>
          )}
          <Button
            variant={mayHandIn ? 'default' : 'filled'}
            onClick={() => submit('save')}
            aria-disabled={saving !== null}
            data-saves
          >
            {saving === 'save' ? words.saving : fundraiser ? words.save : words.saveDraft}
          </Button>
          <Button variant="default" leftSection={<EyeIcon />} onClick={previewing.open}>
            {words.preview}
          </Button>
        </>
      }
    >
      <Section title={words.sections.story}>
        <FormStory form={form} />
      </Section>
      <Section title={words.sections.goal}>
        <FormGoal form={form} locked={locked} />
      </Section>
      <Section title={words.sections.who}>
        <FormWho form={form} locked={locked} existing={fundraiser !== undefined} />
      </Section>
      <Section title={words.sections.picture}>
        <CoverField form={form} />
      </Section>
      <FundraiserPreview opened={preview} onClose={previewing.close} values={form.values} />
    </FormPage>
  );
}
