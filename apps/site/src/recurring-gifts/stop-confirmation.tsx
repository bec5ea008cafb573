import { moneyText } from '@upstander/web-kit';
import { TextArea } from '../forms/text-area';
import { ButtonLink, SubmitButton } from '../frame/button';
import { PersonalPage } from '../frame/personal-page';
import { usePage } from '../request/page-context';
import type { MyRecurringGiftData } from './queries';

/** Doesn't try to change the donor's mind. The reason is optional. */
export function StopConfirmation({
  recurringGift,
  currentPath,
}: {
  recurringGift: MyRecurringGiftData;
  currentPath: string;
}) {
  const { words, locale } = usePage();
  const t = words.site.recurringGift;
  return (
    <PersonalPage title={t.stopTitle}>
      <p className="lead">
        {t.stopQuestion({ amount: moneyText(locale, recurringGift.charged), campaign: recurringGift.campaignTitle })}
      </p>
      {/* Posts to the address without the question, so that a refusal shows the current status. */}
      <form className="panel" method="post" action={currentPath}>
        <div className="actions first">
          <SubmitButton action="stop" label={t.stopYes} look="leave large" />
          <ButtonLink to={currentPath} label={t.stopNo} look="quiet large" />
        </div>
        <TextArea id="reason" label={t.reason} defaultValue="" rows={2} maxLength={500} />
      </form>
    </PersonalPage>
  );
}
