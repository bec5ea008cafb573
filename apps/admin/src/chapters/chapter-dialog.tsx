import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { useWords } from '../words/words';
import { ChapterForm } from './chapter-form';
import type { ChapterChange } from './chapter-menu';
import { closeChapterMutation, reopenChapterMutation } from './queries';
import type { ChapterRow } from './chapters';

/** The form for another name, or the question before a chapter is closed or opened again. */
export function ChapterDialog(props: { change: ChapterChange; chapter: ChapterRow; onClose: () => void }) {
  const { change, chapter, onClose } = props;
  const { t } = useWords('chapters');
  const words = t.chapters;
  const { id, name } = chapter;
  if (change === 'change') {
    return (
      <Dialog opened onClose={onClose} title={words.changeTitle({ name })}>
        <ChapterForm chapter={chapter} onDone={onClose} />
      </Dialog>
    );
  }
  const shared = { opened: true, onClose, variables: () => ({ id }) };
  return change === 'close' ? (
    <ConfirmChange
      {...shared}
      title={words.closeTitle({ name })}
      text={words.closeText}
      submit={words.closeSubmit}
      working={words.closing}
      mutation={closeChapterMutation}
      done={words.closeDone({ name })}
    />
  ) : (
    <ConfirmChange
      {...shared}
      tone="good"
      title={words.reopenTitle({ name })}
      text={words.reopenText}
      submit={words.reopenSubmit}
      working={words.reopening}
      mutation={reopenChapterMutation}
      done={words.reopened({ name })}
    />
  );
}
