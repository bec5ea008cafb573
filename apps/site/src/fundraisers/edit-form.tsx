import { decimalText } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { TextArea } from '../forms/text-area';
import { usePage } from '../request/page-context';
import { EditFold } from './edit-fold';
import { fundraiserEditForm, type FundraiserEditValues } from './fundraiser-values';
import type { MyFundraiserData } from './queries';

interface Props {
  mine: MyFundraiserData;
  typed: FundraiserEditValues | null;
  errors: readonly FormError[];
  here: string;
}

/** Form with all texts. New texts of a public fundraiser are published after review. */
export function EditForm({ mine, typed, errors, here }: Props) {
  const t = usePage().words.site.fundraiser;
  const { goal, endsOn } = mine;
  const { title, summary, story } = mine.edit ?? mine;
  const values = typed ?? { title, summary, story, goal: decimalText(goal), endsOn: endsOn ?? '' };
  const field = fundraiserEditForm.controls(values, errors);
  return (
    <EditFold here={here} open={typed !== null || mine.status === 'CHANGES_REQUESTED'}>
      {mine.publicUrl !== null && <p>{t.wordsWait}</p>}
      <Field {...field('title')} label={t.editTitle} />
      <Field {...field('summary')} label={t.editSummary} />
      <TextArea {...field('story')} label={t.editStory} hint={t.editStoryHint} rows={10} />
      <div className="two">
        <Field {...field('goal')} label={t.editGoal({ currency: mine.currency })} inputMode="decimal" />
        <Field {...field('endsOn')} type="date" label={t.editUntil} />
      </div>
    </EditFold>
  );
}
