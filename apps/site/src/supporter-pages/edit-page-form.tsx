import { decimalText } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { TextArea } from '../forms/text-area';
import { EditFold } from '../fundraisers/edit-fold';
import { usePage } from '../request/page-context';
import { pageForm, type PageValues } from './page-values';
import type { MyPageData } from './queries';

interface Props {
  mine: MyPageData;
  typed: PageValues | null;
  errors: readonly FormError[];
  here: string;
}

export function EditPageForm({ mine, typed, errors, here }: Props) {
  const t = usePage().words.site.fundraiser;
  const { goal } = mine;
  const { title, story } = mine.edit ?? mine;
  const values = typed ?? { title, story, goal: goal === null ? '' : decimalText(goal) };
  const field = pageForm.controls(values, errors);
  return (
    <EditFold here={here} open={typed !== null}>
      {mine.wordsEditable ? (
        <>
          {mine.publicUrl !== null && <p>{t.wordsWait}</p>}
          <Field {...field('title')} label={t.editTitle} />
          <TextArea {...field('story')} label={t.editStory} hint={t.editStoryHint} rows={6} />
        </>
      ) : (
        <p>{t.pageHiddenText}</p>
      )}
      <Field {...field('goal')} label={t.editGoal({ currency: mine.currency })} hint={t.noGoal} inputMode="decimal" />
    </EditFold>
  );
}
