import { moneyText, shortDate } from '@upstander/web-kit';
import { ButtonLink, SubmitButton } from '../frame/button';
import { StatusPanel, type StatusPanelProps } from '../frame/status-panel';
import { ownFile } from '../frame/own-file';
import { isZeroAmount } from '../money/money-format';
import { usePage } from '../request/page-context';
import type { MyRecurringGiftData } from './queries';

interface Props {
  recurringGift: MyRecurringGiftData;
  currentPath: string;
  isActive: boolean;
}

export function RecurringGiftStatus({ recurringGift, currentPath, isActive }: Props) {
  const { words, locale } = usePage();
  const t = words.site.recurringGift;
  return (
    <>
      <StatusPanel {...useStatusPanel(recurringGift)} />
      <section className="panel" aria-labelledby="recurring-gift-heading">
        <h2 id="recurring-gift-heading" className="shift-title">
          <a href={ownFile(recurringGift.campaignUrl)}>{recurringGift.campaignTitle}</a>
        </h2>
        <dl className="pairs">
          <div>
            <dt>{t.gift}</dt>
            <dd>{moneyText(locale, recurringGift.intended)}</dd>
          </div>
          {!isZeroAmount(recurringGift.cover) && (
            <div>
              <dt>{t.cover}</dt>
              <dd>{moneyText(locale, recurringGift.cover)}</dd>
            </div>
          )}
          <div>
            <dt>{t.charged}</dt>
            <dd>
              <b>{moneyText(locale, recurringGift.charged)}</b>
            </dd>
          </div>
          {isActive && recurringGift.nextChargeAt !== null && (
            <div>
              <dt>{t.next}</dt>
              <dd>{shortDate(locale, new Date(recurringGift.nextChargeAt), recurringGift.timeZone)}</dd>
            </div>
          )}
          {recurringGift.startedAt !== null && (
            <div>
              <dt>{t.since}</dt>
              <dd>{shortDate(locale, new Date(recurringGift.startedAt), recurringGift.timeZone)}</dd>
            </div>
          )}
        </dl>
        <div className="actions">
          {isActive && (
            <>
              <ButtonLink to={`${currentPath}?ask=stop`} label={t.stop} look="leave" />
              <form method="post" action={currentPath}>
                <SubmitButton
                  action="portal"
                  label={t.newCard}
                  look={recurringGift.status === 'PAST_DUE' ? undefined : 'quiet'}
                />
              </form>
            </>
          )}
          {(recurringGift.status === 'STOPPED' || recurringGift.status === 'EXPIRED') && (
            <ButtonLink to="/fundraisers" label={t.giveAgain} look="quiet" />
          )}
        </div>
        {isActive && <p className="small">{t.newCardHint}</p>}
      </section>
    </>
  );
}

function useStatusPanel(recurringGift: MyRecurringGiftData): StatusPanelProps {
  const { words, locale } = usePage();
  const t = words.site.recurringGift;
  if (recurringGift.stopRequested || recurringGift.status === 'STOPPED') {
    return { title: t.stoppedTitle, text: t.stoppedText, icon: 'check', tone: 'amber' };
  }
  switch (recurringGift.status) {
    case 'PAST_DUE':
      return {
        title: t.pastDueTitle,
        text: [recurringGift.failureMessage, t.pastDueText].filter(Boolean).join(' '),
        icon: 'alert',
        tone: 'clay',
      };
    case 'PENDING':
      return { title: t.pendingTitle, text: t.pendingText, icon: 'clock', tone: 'amber' };
    case 'EXPIRED':
      return { title: t.expiredTitle, text: t.expiredText, icon: 'clock', tone: 'amber' };
    case 'ACTIVE':
      return {
        title: t.title,
        text: t.activeText({ amount: moneyText(locale, recurringGift.charged) }),
        icon: 'heart',
      };
  }
}
