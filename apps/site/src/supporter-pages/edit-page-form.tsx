import { decimalText } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { TextArea } from '../forms/text-area';
import { longest } from '../fundraisers/fundraiser-values';
import { usePage } from '../request/page-context';
import type { PageValues } from './page-values';
import type { MyPageData } from './queries';

interface Props {
  mine: MyPageData;
  typed: PageValues | null;
  errors: readonly FormError[];
  here: string;
}

export function EditPageForm({ mine, typed, errors, here }: Props) {
  const { words } = usePage();
  const t = words.site.fundraiser;
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.text;
  return (
    <details className="fold panel" open={typed !== null}>
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
            <TextArea
              id="story"
              label={t.editStory}
              hint={t.editStoryHint}
              defaultValue={typed?.story ?? mine.story}
              error={errorOf('story')}
              rows={6}
              maxLength={longest.story}
            />
          </>
        ) : (
          <p>{t.wordsLocked}</p>
        )}
        <Field
          id="goal"
          label={t.editGoal(mine.currency)}
          hint={t.noGoal}
          defaultValue={typed?.goal ?? (mine.goal === null ? '' : decimalText(mine.goal))}
          error={errorOf('goal')}
          inputMode="decimal"
          maxLength={20}
        />
        <button className="button" name="do" value="save">
          {t.save}
        </button>
      </form>
    </details>
  );
}
