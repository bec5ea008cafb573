import { useWords } from '../words/words';
import classes from './opportunities.module.css';
import { markedPieces } from './marks';
import type { Flag } from './queries';

interface MarkedProps {
  field: string;
  text: string;
  /** All flags of the opportunity; their numbers are those of the list of them. */
  flags: readonly Flag[];
}

/** A text as it was written, with what the rules found in it marked, and what hides made visible. */
export function Marked({ field, text, flags }: MarkedProps) {
  const { t } = useWords('opportunities');
  const words = t.opportunities.review;
  const here = flags.flatMap((flag, index) =>
    flag.field === field ? [{ number: index + 1, excerpt: flag.excerpt }] : [],
  );
  return markedPieces(text, here).map((piece, index) => {
    if (piece.kind === 'plain') return piece.text;
    if (piece.kind === 'hidden') {
      return (
        <mark key={index} className={classes.hiding} title={words.hiddenCharacter}>
          {piece.code}
        </mark>
      );
    }
    return (
      <mark key={index} className={classes.mark}>
        {piece.text}
        {piece.flags.map((number) => (
          <a key={number} href={`#flag-${number}`} className={classes.number} aria-label={words.toFlag({ number })}>
            {number}
          </a>
        ))}
      </mark>
    );
  });
}
