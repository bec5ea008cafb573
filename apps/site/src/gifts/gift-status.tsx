import { moneyText } from '@upstander/web-kit';
import { ButtonLink } from '../frame/button';
import { StatusPanel, type StatusPanelProps } from '../frame/status-panel';
import { roundMoney } from '../money/money-format';
import { usePage } from '../request/page-context';
import type { MyGiftData } from './queries';

export function GiftStatus({ gift, giftPath }: { gift: MyGiftData; giftPath: string }) {
  return <StatusPanel {...useStatusPanel(gift, giftPath)} />;
}

export function useGiftTitle(gift: MyGiftData): string {
  return useStatusPanel(gift, '').title;
}

function useStatusPanel(gift: MyGiftData, giftPath: string): StatusPanelProps {
  const { words, locale } = usePage();
  const t = words.site.thanks;
  const sum = roundMoney(locale, gift.intended);
  const giveAgainLink = <ButtonLink to={retryAddress(gift)} label={t.tryAgain} look="large" />;
  switch (gift.status) {
    case 'PENDING':
      return {
        title: t.checkingTitle,
        text: t.checkingText,
        icon: 'clock',
        tone: 'amber',
        buttons: (
          <>
            <ButtonLink to={giftPath} label={t.checkAgain} look="large" />
            {gift.checkoutUrl !== null && (
              <ButtonLink to={gift.checkoutUrl} label={t.backToPayment} look="quiet large" rel="noreferrer" />
            )}
          </>
        ),
      };
    case 'PROCESSING':
      return { title: t.processingTitle, text: t.processingText, icon: 'clock', tone: 'amber' };
    case 'FAILED': {
      const text = `${gift.failureMessage ?? t.failedPlain} ${t.failedText}`;
      return { title: t.failedTitle, text, icon: 'alert', tone: 'clay', buttons: giveAgainLink };
    }
    case 'EXPIRED':
      return { title: t.expiredTitle, text: t.expiredText, icon: 'clock', tone: 'amber', buttons: giveAgainLink };
    case 'CANCELLED':
      return { title: t.cancelledTitle, text: t.cancelledText, icon: 'alert', tone: 'amber' };
    case 'REFUNDED':
    case 'PARTLY_REFUNDED': {
      const title = gift.status === 'REFUNDED' ? t.refundedTitle : t.partlyRefundedTitle;
      return { title, text: t.refundedText({ amount: moneyText(locale, gift.returned) }), icon: 'back', tone: 'amber' };
    }
    case 'DISPUTED':
      return { title: t.disputedTitle, text: t.disputedText, icon: 'alert', tone: 'amber' };
    case 'LOST':
      return { title: t.lostTitle, text: t.lostText, icon: 'alert', tone: 'amber' };
    case 'PAID': {
      const text = gift.frequency === 'MONTHLY' ? t.monthlyText : t.paidText;
      return { title: t.paidTitle, text: text({ amount: sum, campaign: gift.campaignTitle }), icon: 'heart' };
    }
  }
}

export function retryAddress({ campaignSlug, intended, frequency }: MyGiftData): string {
  const monthly = frequency === 'MONTHLY' ? '&monthly=1' : '';
  return `/fundraisers/${campaignSlug}/give?amount=${intended.amountMinor}${monthly}`;
}
