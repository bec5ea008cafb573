import { useRead } from '../api/use-api';
import { PagePhoto, Portrait } from '../parts/photos/page-photo';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { useWords } from '../words/words';
import { ChapterForm } from './chapter-form';
import type { ChapterChange } from './chapter-menu';
import { chapterPeopleQuery, closeChapterMutation, reopenChapterMutation } from './queries';
import type { ChapterRow } from './chapters';

export function ChapterDialog(props: { change: ChapterChange; chapter: ChapterRow; onClose: () => void }) {
  const { change, chapter, onClose } = props;
  const { t, labels } = useWords('chapters');
  const { id, name } = chapter;
  if (change === 'change') {
    return (
      <Dialog onClose={onClose} title={t.shared.editName({ name })}>
        <ChapterForm chapter={chapter} onDone={onClose} />
        <PagePhoto page={`/chapters/${chapter.slug}`} />
        <ChapterPortraits slug={chapter.slug} />
      </Dialog>
    );
  }
  const commonProps = { opened: true, onClose, variables: () => ({ id }) };
  return change === 'close' ? (
    <ConfirmChange
      {...commonProps}
      title={labels.closeTitle({ name })}
      text={labels.closeText}
      submitLabel={labels.closeSubmit}
      pendingLabel={t.common.closing}
      mutation={closeChapterMutation}
      successMessage={labels.closeDone({ name })}
    />
  ) : (
    <ConfirmChange
      {...commonProps}
      tone="good"
      title={labels.reopenTitle({ name })}
      text={labels.reopenText}
      submitLabel={labels.reopenSubmit}
      pendingLabel={t.common.opening}
      mutation={reopenChapterMutation}
      successMessage={labels.reopened({ name })}
    />
  );
}

/** Portraits of the staff who chose to be on the page of the chapter. */
function ChapterPortraits({ slug }: { slug: string }) {
  const { data } = useRead(chapterPeopleQuery, { slug });
  return data?.chapterPeople.map(({ id, name }) => <Portrait key={id} page={`/chapters/${slug}#${id}`} name={name} />);
}
