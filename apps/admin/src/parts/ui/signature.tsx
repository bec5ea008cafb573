import classes from './signature.module.css';

export function Signature({ path, label }: { path: string; label: string }) {
  return (
    <svg className={classes.signature} viewBox="0 0 600 200" role="img" aria-label={label}>
      <path d={path} />
    </svg>
  );
}
