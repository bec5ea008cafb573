import type { ComponentProps } from 'react';
import { Link } from 'react-router';
import classes from './cover-link.module.css';

/** Link that covers its positioned container, so that the whole row or card is clickable. */
export function CoverLink({ className, ...link }: ComponentProps<typeof Link>) {
  return <Link {...link} className={className === undefined ? classes.cover : `${classes.cover} ${className}`} />;
}
