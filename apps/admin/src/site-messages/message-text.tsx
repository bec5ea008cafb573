import { useWords } from '../words/words';
import type { SiteMessage } from './queries';
import classes from './site-messages.module.css';

/** The text of a message, with the quoted text of a reply folded. */
export function MessageText({ message }: { message: SiteMessage }) {
  const { labels } = useWords('siteMessages');
  const { body, quoted, attachmentNames, sentFrom, language } = message;
  return (
    <>
      <p className={classes.body} lang={language === 'ES' ? 'es' : 'en'}>
        {body}
      </p>
      {attachmentNames.length > 0 && (
        <p className={classes.note}>{labels.attachments({ names: attachmentNames.join(', ') })}</p>
      )}
      {sentFrom && <p className={classes.note}>{labels.sentFrom({ address: sentFrom })}</p>}
      {quoted && (
        <details className={classes.quoted}>
          <summary>{labels.quoted}</summary>
          <p className={classes.body}>{quoted}</p>
        </details>
      )}
    </>
  );
}
