import { VisuallyHidden } from '@mantine/core';
import { useWords } from '../../words/words';
import classes from './changes.module.css';
import { wordDiff } from './word-diff';

export interface Change {
  field: string;
  label: string;
  before: string;
  after: string;
}

export function Changes({ changes, label }: { changes: readonly Change[]; label: string }) {
  return (
    <dl className={classes.changes} aria-label={label}>
      {changes.map(({ field, label: name, before, after }) => (
        <div key={field}>
          <dt>{name}</dt>
          <dd>
            <Difference before={before} after={after} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Labels announce "was" and "now", because most screen readers ignore `del` and `ins`. */
function Difference({ before, after }: { before: string; after: string }) {
  const { changes } = useWords().t.common;
  if (before === '') {
    return (
      <ins>
        <VisuallyHidden>{changes.now}</VisuallyHidden>
        {after}
      </ins>
    );
  }
  if (after === '') {
    return (
      <del>
        <VisuallyHidden>{changes.was}</VisuallyHidden>
        {before}
      </del>
    );
  }
  return wordDiff(before, after).map(({ kind, text }, index) => {
    if (kind === 'same') return text;
    const MarkTag = kind === 'gone' ? 'del' : 'ins';
    return (
      <MarkTag key={index}>
        <VisuallyHidden>{kind === 'gone' ? changes.was : changes.now}</VisuallyHidden>
        {text}
      </MarkTag>
    );
  });
}
