import { usePage } from '../request/page-context';
import { Icon } from './icons';
import { PageHead } from './page-head';

/** After a form whose next step is in a mail. */
export function MailSent({ text, hint }: { text: string; hint: string }) {
  const { words } = usePage();
  const title = words.site.fundraiser.startedTitle;
  return (
    <div className="narrow plain">
      <PageHead title={title} personal />
      <p className="seal">
        <Icon name="speech" />
      </p>
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      <p>{hint}</p>
    </div>
  );
}
