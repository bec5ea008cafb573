import classes from './reference.module.css';

const ourId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/;

/** A name that another program gave, such as ch_…: one line, all of it for those who copy it or point at it. One of our own says nothing to anybody. */
export function Reference({ text }: { text: string }) {
  if (ourId.test(text)) return null;
  return (
    <span className={classes.reference} title={text}>
      {text}
    </span>
  );
}
