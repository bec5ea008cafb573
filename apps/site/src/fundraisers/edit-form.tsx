import { decimalText } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { TextArea } from '../forms/text-area';
import { usePage } from '../request/page-context';
import { longest, type FundraiserValues } from './fundraiser-values';
import type { MyFundraiserData } from './queries';

interface Props {
  mine: MyFundraiserData;
  typed: FundraiserValues | null;
  errors: readonly FormError[];
  here: string;
}

/** The words until it is public, the goal and the last day as long as it runs. */
export function EditForm({ mine, typed, errors, here }: Props) {
  const { words } = usePage();
  const t = words.site.fundraiser;
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.text;
  return (
    <details className="fold panel" open={typed !== null || mine.status === 'CHANGES_REQUESTED'}>
      <summary>{t.edit}</summary>
      <form method="post" action={here} noValidate>
        {mine.wordsEditable ? (
          <>
            <Field
              id="title"
              label={t.editTitle}
              defaultValue={typed?.title ?? mine.title}
              error={errorOf('title')}
              maxLength={longest.title}
            />
            <Field
              id="summary"
              label={t.editSummary}
              defaultValue={typed?.summary ?? mine.summary}
              error={errorOf('summary')}
              maxLength={longest.summary}
            />
            <TextArea
              id="story"
              label={t.editStory}
              hint={t.editStoryHint}
              defaultValue={typed?.story ?? mine.story}
              error={errorOf('story')}
              rows={10}
              maxLength={longest.story}
            />
          </>
        ) : (
          <p>{t.wordsLocked}</p>
        )}
        {mine.editable && (
          <div className="two">
            <Field
              id="goal"
              label={t.editGoal(mine.currency)}
              defaultValue={typed?.goal ?? decimalText(mine.goal)}
              error={errorOf('goal')}
              inputMode="decimal"
              maxLength={20}
            />
            <Field
              id="endsOn"
              type="date"
              label={t.editUntil}
              defaultValue={typed?.endsOn ?? mine.endsOn ?? ''}
              error={errorOf('endsOn')}
            />
          </div>
        )}
        <button className="button" name="do" value="save">
          {t.save}
        </button>
      </form>
    </details>
  );
}
