import { Stack, Text } from '@mantine/core';
import { clockTime, dayAndTime, timeRange, zoneName } from '@upstander/web-kit';
import { MarkdownText } from '../parts/forms/markdown-field';
import { PreviewDrawer, PreviewTop } from '../parts/ui/preview-drawer';
import { useWords } from '../words/words';
import classes from './event-form.module.css';
import { localTimes, shiftTime, type EventFormValues, type TimeValues } from './event-form-values';

interface EventPreviewProps {
  opened: boolean;
  onClose: () => void;
  values: EventFormValues;
}

export function EventPreview({ opened, onClose, values }: EventPreviewProps) {
  return (
    <PreviewDrawer opened={opened} onClose={onClose} words={useWords('eventForm').t.eventForm}>
      <EventSummary values={values} />
    </PreviewDrawer>
  );
}

/** The event as people will see it. */
export function EventSummary({ values }: Pick<EventPreviewProps, 'values'>) {
  const { t, locale } = useWords('eventForm');
  const { eventForm } = t;
  return (
    <article className={classes.page}>
      <PreviewTop title={values.title.trim() || eventForm.untitled} summary={values.summary} />
      <Stack gap={4} my="md">
        <WhenText time={values.time} zone={values.timeZone} />
        <Text>{values.online ? t.common.online : values.place}</Text>
      </Stack>
      <ul className={classes.previewShifts}>
        {values.shifts.map((shift) => (
          <li key={shift.key}>
            <strong>{shift.role || eventForm.shifts.one}</strong>
            <span>
              <ShiftTimes time={shiftTime(shift, values.time)} /> ·{' '}
              {t.common.placesLeft({ count: Number(shift.capacity) - Number(shift.taken) })}
            </span>
            {shift.note && <span>{shift.note}</span>}
          </li>
        ))}
      </ul>
      {values.description.trim() !== '' && <MarkdownText text={values.description} />}
      {values.agenda.length > 0 && (
        <ul className={classes.previewShifts}>
          {values.agenda.map(({ key, time, text, textEs }) => (
            <li key={key}>
              {time !== '' && <strong>{clockTime(locale, time)}</strong>}
              <span>{locale === 'es' ? textEs || text : text || textEs}</span>
            </li>
          ))}
        </ul>
      )}
      <Facts values={values} />
    </article>
  );
}

/** Local times are parsed and formatted as UTC, so no time zone is needed. */
function toUtcRange(time: TimeValues): { from: Date; to: Date } | null {
  const { startsAtLocal, endsAtLocal } = localTimes(time);
  const [from, to] = [new Date(`${startsAtLocal}Z`), new Date(`${endsAtLocal}Z`)];
  return Number.isNaN(from.valueOf()) || Number.isNaN(to.valueOf()) || to < from ? null : { from, to };
}

function WhenText({ time, zone }: { time: TimeValues; zone: string }) {
  const { t, locale } = useWords('eventForm');
  const wallTimes = toUtcRange(time);
  if (!wallTimes) return <Text c="dimmed">{t.eventForm.noDate}</Text>;
  const end = timeRange(locale, wallTimes.from, wallTimes.to, 'UTC').split('–').at(-1)?.trim();
  return (
    <Text>
      {dayAndTime(locale, wallTimes.from, 'UTC')} – {end} ({zoneName(locale, zone)})
    </Text>
  );
}

function ShiftTimes({ time }: { time: TimeValues }) {
  const { t, locale } = useWords('eventForm');
  const wallTimes = toUtcRange(time);
  return wallTimes ? timeRange(locale, wallTimes.from, wallTimes.to, 'UTC') : t.eventForm.noDate;
}

function Facts({ values }: { values: EventFormValues }) {
  const { t } = useWords('eventForm');
  const { fields } = t.eventForm;
  const facts = [
    [fields.accessibility, values.accessibility],
    [fields.bring, values.bring],
    [fields.contactName, values.contactName],
  ].filter(([, text]) => text?.trim());
  if (facts.length === 0) return null;
  return (
    <dl className={classes.facts}>
      {facts.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
