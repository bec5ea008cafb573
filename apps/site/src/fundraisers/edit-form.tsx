import { decimalText } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { TextArea } from '../forms/text-area';
import { usePage } from '../request/page-context';
import { EditFold } from './edit-fold';
import { fundraiserEditForm, type FundraiserEditValues } from './fundraiser-values';
import type { MyFundraiserData } from './queries';

interface Props {
  fundraiser: MyFundraiserData;
  submittedValues: FundraiserEditValues | null;
  errors: readonly FormError[];
  currentPath: string;
}

/** New texts of a public fundraiser are published after review. */
export function EditForm({ fundraiser, submittedValues, errors, currentPath }: Props) {
  const t = usePage().words.site.fundraiser;
  const { goal, endsOn } = fundraiser;
  const { title, summary, story } = fundraiser.edit ?? fundraiser;
  const values = submittedValues ?? { title, summary, story, goal: decimalText(goal), endsOn: endsOn ?? '' };
  const field = fundraiserEditForm.controls(values, errors);
  return (
    <EditFold currentPath={currentPath} isOpen={submittedValues !== null || fundraiser.status === 'CHANGES_REQUESTED'}>
      {fundraiser.publicUrl !== null && <p>{t.wordsWait}</p>}
      <Field {...field('title')} label={t.editTitle} />
      <Field {...field('summary')} label={t.editSummary} />
      <TextArea {...field('story')} label={t.editStory} hint={t.editStoryHint} rows={10} />
      <div className="two">
        <Field {...field('goal')} label={t.editGoal({ currency: fundraiser.currency })} inputMode="decimal" />
        <Field {...field('endsOn')} type="date" label={t.editUntil} />
      </div>
    </EditFold>
  );
}
