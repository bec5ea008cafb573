import { useWords } from '../words/words';
import classes from './opportunities.module.css';
import { splitByExcerpts } from './marks';
import type { Flag } from './queries';

interface FlaggedTextProps {
  field: string;
  text: string;
  /** All flags of the opportunity. Marks use their numbers. */
  flags: readonly Flag[];
}

/** Makes invisible characters visible. */
export function FlaggedText({ field, text, flags }: FlaggedTextProps) {
  const { t } = useWords('opportunities');
  const labels = t.opportunities.review;
  const fieldExcerpts = flags.flatMap((flag, index) =>
    flag.field === field ? [{ number: index + 1, excerpt: flag.excerpt }] : [],
  );
  return splitByExcerpts(text, fieldExcerpts).map((piece, index) => {
    if (piece.kind === 'plain') return piece.text;
    if (piece.kind === 'hidden') {
      return (
        <mark key={index} className={classes.hiding} title={labels.hiddenCharacter}>
          {piece.code}
        </mark>
      );
    }
    return (
      <mark key={index} className={classes.mark}>
        {piece.text}
        {piece.flags.map((number) => (
          <a key={number} href={`#flag-${number}`} className={classes.number} aria-label={labels.toFlag({ number })}>
            {number}
          </a>
        ))}
      </mark>
    );
  });
}
