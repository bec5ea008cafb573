import { useSettings } from '../session/settings';
import { useWords } from '../words/words';
import classes from './frame.module.css';

/** Name and logo of the organization. */
export function Brand() {
  const { t } = useWords();
  const { name, logo } = useSettings();
  return (
    <span className={classes.brand}>
      {logo ? <img src={logo.url} alt="" className={classes.brandLogo} /> : <Mark />}
      <span>
        <span className={classes.brandName} title={name}>
          {name}
        </span>
        <span className={classes.brandDesk}>{t.common.product}</span>
      </span>
    </span>
  );
}

function Mark() {
  return (
    <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--u-green)" />
      <path d="M10 8v9a6 6 0 0 0 12 0V8" fill="none" stroke="var(--u-on-green)" strokeWidth="4" strokeLinecap="round" />
    </svg>
  );
}
