import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { useWords } from '../words/words';
import { ChapterForm } from './chapter-form';
import type { ChapterChange } from './chapter-menu';
import { closeChapterMutation, reopenChapterMutation } from './queries';
import type { ChapterRow } from './chapters';

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
      submitLabel={words.closeSubmit}
      pendingLabel={words.closing}
      mutation={closeChapterMutation}
      successMessage={words.closeDone({ name })}
    />
  ) : (
    <ConfirmChange
      {...shared}
      tone="good"
      title={words.reopenTitle({ name })}
      text={words.reopenText}
      submitLabel={words.reopenSubmit}
      pendingLabel={words.reopening}
      mutation={reopenChapterMutation}
      successMessage={words.reopened({ name })}
    />
  );
}
