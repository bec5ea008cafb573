import { moneyText, shortDate } from '@upstander/web-kit';
import { StatusPanel, type StatusPanelProps } from '../frame/status-panel';
import { ownFile } from '../frame/own-file';
import { isNothing } from '../money/money-format';
import { usePage } from '../request/page-context';
import type { MyPlanData } from './queries';

interface Props {
  plan: MyPlanData;
  here: string;
  runs: boolean;
}

/** Where the recurring gift stands, what it is, and the two buttons people come for. */
export function PlanStatus({ plan, here, runs }: Props) {
  const { words, locale } = usePage();
  const t = words.site.plan;
  return (
    <>
      <StatusPanel {...useStatusPanel(plan)} />
      <section className="panel" aria-labelledby="plan-heading">
        <h2 id="plan-heading" className="shift-title">
          <a href={ownFile(plan.campaignUrl)}>{plan.campaignTitle}</a>
        </h2>
        <dl className="pairs">
          <div>
            <dt>{t.gift}</dt>
            <dd>{moneyText(locale, plan.intended)}</dd>
          </div>
          {!isNothing(plan.cover) && (
            <div>
              <dt>{t.cover}</dt>
              <dd>{moneyText(locale, plan.cover)}</dd>
            </div>
          )}
          <div>
            <dt>{t.charged}</dt>
            <dd>
              <b>{moneyText(locale, plan.charged)}</b>
            </dd>
          </div>
          {runs && plan.nextChargeAt !== null && (
            <div>
              <dt>{t.next}</dt>
              <dd>{shortDate(locale, new Date(plan.nextChargeAt), plan.timeZone)}</dd>
            </div>
          )}
          {plan.startedAt !== null && (
            <div>
              <dt>{t.since}</dt>
              <dd>{shortDate(locale, new Date(plan.startedAt), plan.timeZone)}</dd>
            </div>
          )}
        </dl>
        <div className="actions">
          {runs && (
            <>
              <a className="button leave" href={`${here}?ask=stop`}>
                {t.stop}
              </a>
              <form method="post" action={here}>
                <button className={plan.status === 'PAST_DUE' ? 'button' : 'button quiet'} name="do" value="portal">
                  {t.newCard}
                </button>
              </form>
            </>
          )}
          {(plan.status === 'STOPPED' || plan.status === 'EXPIRED') && (
            <a className="button quiet" href="/fundraisers">
              {t.giveAgain}
            </a>
          )}
        </div>
        {runs && <p className="small">{t.newCardHint}</p>}
      </section>
    </>
  );
}

function useStatusPanel(plan: MyPlanData): StatusPanelProps {
  const { words, locale } = usePage();
  const t = words.site.plan;
  if (plan.stopRequested || plan.status === 'STOPPED') {
    return { title: t.stoppedTitle, text: t.stoppedText, icon: 'check', tone: 'amber' };
  }
  switch (plan.status) {
    case 'PAST_DUE':
      return {
        title: t.pastDueTitle,
        text: [plan.failureWords, t.pastDueText].filter(Boolean).join(' '),
        icon: 'alert',
        tone: 'clay',
      };
    case 'PENDING':
      return { title: t.pendingTitle, text: t.pendingText, icon: 'clock', tone: 'amber' };
    case 'EXPIRED':
      return { title: t.expiredTitle, text: t.expiredText, icon: 'clock', tone: 'amber' };
    case 'ACTIVE':
      return { title: t.title, text: t.activeText({ amount: moneyText(locale, plan.charged) }), icon: 'heart' };
  }
}
