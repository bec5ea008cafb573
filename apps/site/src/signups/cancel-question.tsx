import { contentLanguage } from '../events/content-language';
import { Day, Hours } from '../events/event-times';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import type { MySignupData } from './my-signup';

/** Asks for confirmation before canceling. The button posts; going back is a link. */
export function CancelQuestion({ signup, here }: { signup: MySignupData; here: string }) {
  const { words, locale } = usePage();
  const language = contentLanguage(signup.event.languages, locale);
  const t = words.site.manage;
  const waits = signup.status === 'WAITLISTED';
  const title = waits ? t.leaveWaitlistTitle : t.cancelTitle;
  const span = { ...signup.shift, timeZone: signup.event.timeZone };
  return (
    <div className="narrow manage">
      <PageHead title={title} personal />
      <h1>{title}</h1>
      <section className="panel">
        <p className="shift-title" lang={language}>
          {signup.event.title}
        </p>
        <p>
          <Day span={span} />, <Hours span={span} />
          <br />
          <span lang={language}>{signup.shift.role}</span>
        </p>
        <p>{waits ? t.leaveWaitlistText : t.cancelText}</p>
        <div className="actions">
          {/* Posts to the address without the question, so that a refusal shows the current status. */}
          <form method="post" action={here}>
            <button className="button leave large" name="do" value="cancel">
              {waits ? t.leaveWaitlistYes : t.cancelYes}
            </button>
          </form>
          <a className="button quiet large" href={here}>
            {waits ? t.leaveWaitlistNo : t.cancelNo}
          </a>
        </div>
      </section>
    </div>
  );
}
