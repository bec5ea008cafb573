import { contentLanguage } from '../events/content-language';
import { Day, Hours } from '../events/event-times';
import { ButtonLink, SubmitButton } from '../frame/button';
import { PersonalPage } from '../frame/personal-page';
import { usePage } from '../request/page-context';
import type { MySignupData } from './my-signup';

export function CancelQuestion({ signup, currentPath }: { signup: MySignupData; currentPath: string }) {
  const { words, locale } = usePage();
  const language = contentLanguage(signup.event.languages, locale);
  const t = words.site.manage;
  const isWaitlisted = signup.status === 'WAITLISTED';
  const title = isWaitlisted ? t.leaveWaitlistTitle : t.cancelTitle;
  const span = { ...signup.shift, timeZone: signup.event.timeZone };
  return (
    <PersonalPage title={title}>
      <section className="panel">
        <p className="shift-title" lang={language}>
          {signup.event.title}
        </p>
        <p>
          <Day span={span} />, <Hours span={span} />
          <br />
          <span lang={language}>{signup.shift.role}</span>
        </p>
        <p>{isWaitlisted ? t.leaveWaitlistText : t.cancelText}</p>
        <div className="actions">
          {/* Posts to the address without the question, so that a refusal shows the current status. */}
          <form method="post" action={currentPath}>
            <SubmitButton action="cancel" label={isWaitlisted ? t.leaveWaitlistYes : t.cancelYes} look="leave large" />
          </form>
          <ButtonLink to={currentPath} label={isWaitlisted ? t.leaveWaitlistNo : t.cancelNo} look="quiet large" />
        </div>
      </section>
    </PersonalPage>
  );
}
