import { usePage } from '../request/page-context';
import type { DrawingName } from './drawing';
import { drawingOfEvent, drawingOfFundraiser } from './kinds';

interface Look {
  className?: string;
  /** True if the drawing is on the first screen. */
  isFirst?: boolean;
  /** True below a title that describes it, for example in a card; the caption is left out. */
  isPlain?: boolean;
}

/** Has no description, because it says nothing that the text doesn't. */
export function Drawing({ name, className = '', isFirst = false, isPlain = false }: Look & { name: DrawingName }) {
  const { words } = usePage();
  const picture = (
    <img
      className={isPlain ? `drawing ${className}`.trim() : 'drawing'}
      src={`/art/${name}.svg`}
      width="640"
      height="360"
      alt=""
      loading={isFirst ? undefined : 'lazy'}
      decoding="async"
    />
  );
  if (isPlain) return picture;
  return (
    <figure className={`drawn ${className}`.trim()}>
      {picture}
      <figcaption>{words.site.photos.illustration}</figcaption>
    </figure>
  );
}

export const EventDrawing = ({ event, ...look }: Look & { event: { title: string; online: boolean } }) => (
  <Drawing name={drawingOfEvent(event)} {...look} />
);

export const FundraiserDrawing = ({ campaign, ...look }: Look & { campaign: { title: string } }) => (
  <Drawing name={drawingOfFundraiser(campaign)} {...look} />
);
