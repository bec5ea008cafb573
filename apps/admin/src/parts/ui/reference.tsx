import classes from './reference.module.css';

/** A name that another program gave, such as ch_…: one line, all of it for those who copy it or point at it. */
export function Reference({ text }: { text: string }) {
  return (
    <span className={classes.reference} title={text}>
      {text}
    </span>
  );
}
