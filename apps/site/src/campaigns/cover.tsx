import { FundraiserDrawing } from '../drawings/drawings';
import { ownPath } from '../frame/own-path';

interface Props {
  campaign: { title: string; cover: { url: string; width: number; height: number; alt: string } | null };
  /** True in a card, where the title already describes it. */
  decorative?: boolean;
  className: string;
}

export function Cover({ campaign, decorative = false, className }: Props) {
  const { cover } = campaign;
  const path = ownPath(cover?.url);
  if (cover === null || path === undefined) {
    return <FundraiserDrawing campaign={campaign} className={className} isPlain={decorative} isFirst={!decorative} />;
  }
  return (
    <img
      className={className}
      src={path}
      width={cover.width}
      height={cover.height}
      alt={decorative ? '' : cover.alt}
      loading={decorative ? 'lazy' : undefined}
      decoding="async"
    />
  );
}
