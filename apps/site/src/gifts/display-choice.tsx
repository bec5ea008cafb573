import { Choice } from '../forms/choice';
import { usePage } from '../request/page-context';
import { displays, type Display } from './give-values';

/** What everybody reads beside the gift: said at the name, and the one that tells little is chosen for who chooses nothing. */
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
