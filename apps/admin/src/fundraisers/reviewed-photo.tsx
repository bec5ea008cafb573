import { Anchor } from '@mantine/core';
import { useWords } from '../words/words';
import classes from './fundraisers.module.css';

/** A supporter's photo, with the description that people who can't see it get. */
export function ReviewedPhoto({ photo: { url, alt } }: { photo: { url: string; alt: string } }) {
  const labels = useWords('fundraisers').t.fundraisers.edits;
  return (
    <figure className={classes.photo}>
      <Anchor href={url} target="_blank" rel="noreferrer">
        <img src={url} alt={alt} loading="lazy" />
      </Anchor>
      <figcaption>{labels.photoAlt({ alt })}</figcaption>
    </figure>
  );
}
