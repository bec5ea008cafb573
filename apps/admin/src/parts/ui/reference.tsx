import classes from './reference.module.css';

const ourId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/;

/**
 * A third-party ID, for example ch_…, shortened to one line; the full value is available on hover and copy. Renders
 * nothing for internal IDs, which mean nothing to users.
 */
export function Reference({ text }: { text: string }) {
  if (ourId.test(text)) return null;
  return (
    <span className={classes.reference} title={text}>
      {text}
    </span>
  );
}
