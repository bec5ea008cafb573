import { hoursText } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { TextArea } from '../forms/text-area';
import { ButtonLink, SubmitButton } from '../frame/button';
import { calendarDay } from '../money/money-format';
import { usePage } from '../request/page-context';
import { disputeForm } from './claim-values';
import type { GivenHours } from './queries';

interface Props {
  hours: GivenHours;
  reason: string;
  errors: readonly FormError[];
}

export function DisputeForm({ hours, reason, errors }: Props) {
  const { words, locale } = usePage();
  const t = words.site.hours;
  const field = disputeForm.controls({ reason }, errors);
  return (
    <form className="panel questions" method="post" action="/account/hours" noValidate>
      <p className="shift-title">{hours.activity}</p>
      <p>
        {calendarDay(locale, hours.day)}: <b>{hoursText(locale, hours.minutes)}</b>
        <br />
        {hours.chapter.name}
      </p>
      <input type="hidden" name="hours" value={hours.id} />
      <TextArea {...field('reason')} label={t.reason} hint={t.reasonHint} rows={4} />
      <div className="actions">
        <SubmitButton action="dispute" label={t.disputeSubmit} look="large" />
        <ButtonLink to="/account/hours" label={t.disputeBack} look="quiet large" />
      </div>
    </form>
  );
}
