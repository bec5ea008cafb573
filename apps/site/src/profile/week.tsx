import { weekdayName } from '@upstander/web-kit';
import { usePage } from '../request/page-context';
import { partsOfDay, weekdays } from './availability';

export function Week({ selected }: { selected: readonly string[] }) {
  const { words, locale } = usePage();
  const t = words.site.profile;
  const names = { morning: t.morning, afternoon: t.afternoon, evening: t.evening };
  return (
    <fieldset>
      <legend>{t.week}</legend>
      <p className="hint">{t.weekHint}</p>
      {weekdays.map((weekday) => (
        <div className="week-day" role="group" aria-labelledby={`day-${weekday}`} key={weekday}>
          <b id={`day-${weekday}`}>{weekdayName(locale, weekday)}</b>
          <div className="ticks-row">
            {partsOfDay(weekday, selected).map(({ name, value }) => (
              <label className="tick" key={value}>
                <input type="checkbox" name="availability" value={value} defaultChecked={selected.includes(value)} />
                {name === null ? value.slice(2).replace(' ', ' – ') : names[name]}
              </label>
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  );
}
