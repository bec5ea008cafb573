import { hourName, unitedStatesZones, weekdayName, zoneName } from '@upstander/web-kit';
import { Choice } from '../forms/choice';
import type { FormError } from '../forms/error-summary';
import { Field, FieldError } from '../forms/field';
import { Select } from '../forms/select';
import { Tick } from '../forms/tick';
import { usePage } from '../request/page-context';
import { noticeForm, shownNotice, weekdays, type NoticeAnswers } from './notice-answers';
import { NoticePreview, type NoticeSample } from './notice-preview';

interface Props {
  answers: NoticeAnswers;
  errors: readonly FormError[];
  /** For each channel that can be chosen; the stylesheet shows the chosen one. */
  samples: readonly NoticeSample[];
  /** True if the question is the heading of the page. */
  heading?: boolean;
}

const zones = [...unitedStatesZones, 'America/Mexico_City'];
const hours = Array.from({ length: 25 }, (_, hour) => hour);

/** Shows the whole email or text and its risk before the choice, which is no unless someone says yes. */
export function NoticeQuestion({ answers, errors, samples, heading = false }: Props) {
  const { words, organizationName, timeZone } = usePage();
  const t = words.site.asking.notice;
  const shown = shownNotice(answers, timeZone);
  const control = noticeForm.controls(shown, errors);
  const senderNameHint = samples.map(({ channel }) => (
    <span key={channel} className={classOf[channel]}>
      {t.by[channel].senderNameHint}
    </span>
  ));
  return (
    <div className="notices">
      {samples.map((sample) => (
        <ChannelQuestion key={sample.channel} sample={sample} answers={answers} heading={heading} />
      ))}
      <div className="notice-details">
        <p>{t.rules}</p>
        <Days answers={answers} error={control('days').error} />
        <SafeHours shown={shown} control={control} />
        {samples.some(({ channel }) => channel === 'TEXT') && <p className="hint by-text">{t.by.TEXT.hours}</p>}
        <Field {...control('senderName')} label={t.senderName} hint={senderNameHint} autoComplete="off" />
        <Tick
          id="namesOrganization"
          label={t.namesOrganization({ organization: organizationName })}
          checked={answers.namesOrganization}
        />
      </div>
    </div>
  );
}

const classOf = { MAIL: 'by-mail', TEXT: 'by-text' } as const;
const fieldOf = { MAIL: 'notices', TEXT: 'texts' } as const;

function ChannelQuestion({
  sample,
  answers,
  heading,
}: {
  sample: NoticeSample;
  answers: NoticeAnswers;
  heading: boolean;
}) {
  const t = usePage().words.site.asking.notice;
  const { channel, consent } = sample;
  const { question, risk, yes } = t.by[channel];
  const name = fieldOf[channel];
  return (
    <fieldset className={classOf[channel]}>
      <legend>{heading ? <h1>{question}</h1> : question}</legend>
      <p className="hint">{t.hint}</p>
      <NoticePreview sample={sample} notice={answers} />
      <p>{risk}</p>
      <Choice id={`${name}-no`} name={name} value="no" label={t.no} checked={answers[name] !== true} />
      <Choice
        id={`${name}-yes`}
        name={name}
        value="yes"
        label={
          <>
            {yes}
            {consent !== null && <span className="small">{consent}</span>}
          </>
        }
        checked={answers[name] === true}
      />
    </fieldset>
  );
}

function Days({ answers, error }: { answers: NoticeAnswers; error: string | undefined }) {
  const { words, locale } = usePage();
  return (
    <fieldset className={error === undefined ? undefined : 'wrong'}>
      <legend>{words.site.asking.notice.days}</legend>
      <FieldError id="days" error={error} />
      <div className="weekday-choices">
        {weekdays.map((day, index) => (
          <div className="choice" key={day}>
            <input
              type="checkbox"
              name="days"
              id={index === 0 ? 'days' : `days-${day}`}
              value={day}
              defaultChecked={answers.days.includes(day)}
            />
            <label htmlFor={index === 0 ? 'days' : `days-${day}`}>{weekdayName(locale, index + 1)}</label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function SafeHours({ shown, control }: { shown: NoticeAnswers; control: ReturnType<typeof noticeForm.controls> }) {
  const { words, locale, timeZone, now } = usePage();
  const t = words.site.asking.notice;
  const hourOptions = (from: number, until: number) =>
    hours.slice(from, until + 1).map((hour) => ({ value: String(hour), label: hourName(locale, hour) }));
  const zoneOptions = [...new Set([...zones, timeZone, shown.timeZone])].map((zone) => ({
    value: zone,
    label: zoneName(locale, zone, now),
  }));
  return (
    <>
      <div className="filter-row">
        <Select {...control('fromHour')} label={t.fromHour} options={hourOptions(0, 23)} />
        <Select {...control('untilHour')} label={t.untilHour} options={hourOptions(1, 24)} />
      </div>
      <Select {...control('timeZone')} label={t.timeZone} options={zoneOptions} />
    </>
  );
}
