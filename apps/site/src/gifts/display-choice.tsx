import { Choice } from '../forms/choice';
import { usePage } from '../request/page-context';
import { displays, type Display } from './give-values';

/** Asks how the donor's name is shown publicly. The default shows little. */
export function DisplayChoice({ chosen }: { chosen: Display }) {
  const t = usePage().words.site.give;
  return (
    <fieldset>
      <legend>{t.display}</legend>
      {displays.map((display) => (
        <Choice
          key={display}
          id={`display-${display.toLowerCase().replace('_', '-')}`}
          name="display"
          value={display}
          label={t.displays[display].label}
          hint={t.displays[display].hint}
          checked={chosen === display}
        />
      ))}
    </fieldset>
  );
}
