import { decimalText } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { TextArea } from '../forms/text-area';
import { EditFold } from '../fundraisers/edit-fold';
import { usePage } from '../request/page-context';
import { pageForm, type PageValues } from './page-values';
import type { MyPageData } from './queries';

interface Props {
  supporterPage: MyPageData;
  submittedValues: PageValues | null;
  errors: readonly FormError[];
  currentPath: string;
}

export function EditPageForm({ supporterPage, submittedValues, errors, currentPath }: Props) {
  const t = usePage().words.site.fundraiser;
  const { goal } = supporterPage;
  const { title, story } = supporterPage.edit ?? supporterPage;
  const values = submittedValues ?? { title, story, goal: goal === null ? '' : decimalText(goal) };
  const field = pageForm.controls(values, errors);
  return (
    <EditFold currentPath={currentPath} isOpen={submittedValues !== null}>
      {supporterPage.canEditText ? (
        <>
          {supporterPage.publicUrl !== null && <p>{t.wordsWait}</p>}
          <Field {...field('title')} label={t.editTitle} />
          <TextArea {...field('story')} label={t.editStory} hint={t.editStoryHint} rows={6} />
        </>
      ) : (
        <p>{t.pageHiddenText}</p>
      )}
      <Field
        {...field('goal')}
        label={t.editGoal({ currency: supporterPage.currency })}
        hint={t.noGoal}
        inputMode="decimal"
      />
    </EditFold>
  );
}
