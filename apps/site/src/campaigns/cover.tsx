import { ownPath } from '../frame/own-path';

interface Props {
  cover: { url: string; width: number; height: number; alt: string } | null;
  /** True in a card, where the title already describes it. */
  decorative?: boolean;
  className: string;
}

export function Cover({ cover, decorative = false, className }: Props) {
  const path = ownPath(cover?.url);
  if (cover === null || path === undefined) {
    return (
      <svg
        className={`${className} cover-none`}
        viewBox="0 0 320 180"
        aria-hidden="true"
        preserveAspectRatio="xMidYMax slice"
      >
        <path d="M60 180v-46M110 180v-58M160 180V78M210 180v-52M260 180v-62" />
        <circle cx="160" cy="50" r="12" />
      </svg>
    );
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
