import { useState } from 'react';
import { Dialog } from '../parts/ui/dialog';
import { AlertIcon, CheckIcon, CloseIcon, InfoIcon } from '../parts/ui/icons';
import { IfMayChange } from '../parts/ui/page-access';
import { Section } from '../parts/ui/section';
import { calendarDay, formatDateTime } from '../parts/ui/dates';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import classes from './beneficiaries.module.css';
import { CheckForm } from './check-form';
import type { Beneficiary, Duty } from './queries';

export function DutyList({ beneficiary }: { beneficiary: Beneficiary }) {
  const words = useWords('beneficiaries').t.beneficiaries;
  const [checkedDuty, setCheckedDuty] = useState<Duty | null>(null);
  const close = () => setCheckedDuty(null);
  return (
    <Section title={words.duties} lead={words.dutiesLead}>
      <ul className={classes.duties} aria-label={words.dutyList}>
        {beneficiary.duties.map((duty) => (
          <DutyRow
            key={duty.duty}
            duty={duty}
            onCheck={beneficiary.archivedAt ? undefined : () => setCheckedDuty(duty)}
          />
        ))}
      </ul>
      <Dialog opened={checkedDuty !== null} onClose={close} title={checkedDuty ? words.duty[checkedDuty.duty] : ''}>
        {checkedDuty && <CheckForm beneficiaryId={beneficiary.id} duty={checkedDuty} onDone={close} />}
      </Dialog>
    </Section>
  );
}

function stateOf(duty: Duty) {
  if (duty.passed === null) return { tone: 'calm', word: 'never', Icon: InfoIcon } as const;
  if (!duty.passed) return { tone: 'bad', word: 'failed', Icon: CloseIcon } as const;
  if (!duty.isMet || duty.due) return { tone: 'warn', word: 'lapsed', Icon: AlertIcon } as const;
  return { tone: 'good', word: 'holds', Icon: CheckIcon } as const;
}

function DutyRow({ duty, onCheck }: { duty: Duty; onCheck?: () => void }) {
  const { labels, locale } = useWords('beneficiaries');
  const { tone, word, Icon } = stateOf(duty);
  const name = labels.duty[duty.duty];
  return (
    <li className={classes.duty}>
      <span className={classes.mark} data-tone={tone}>
        <Icon size={15} />
      </span>
      <div className={classes.dutyWords}>
        <div className={classes.dutyTop}>
          <strong>{name}</strong>
          <span className={tone === 'calm' ? undefined : classes[tone]}>{labels[word]}</span>
        </div>
        {duty.checkedBy && duty.checkedAt && (
          <p>
            {labels.checkedBy({ name: duty.checkedBy, when: formatDateTime(locale, duty.checkedAt) })}
            {duty.validUntil && ` · ${labels.validUntil({ day: calendarDay(locale, duty.validUntil) })}`}
          </p>
        )}
        {duty.source && <p>{labels.source({ where: duty.source })}</p>}
        {duty.note && <p>{duty.note}</p>}
        <p>
          <a href={duty.lawUrl} target="_blank" rel="noreferrer">
            {duty.law}
          </a>
          , {labels.lawRead({ day: calendarDay(locale, duty.lawReviewedOn) })}
          {duty.blocksGifts && ` · ${labels.gates}`}
        </p>
      </div>
      {onCheck && (
        <IfMayChange>
          <RowButton label={labels.check} ariaLabel={labels.checkFor({ duty: name })} size="xs" onClick={onCheck} />
        </IfMayChange>
      )}
    </li>
  );
}
