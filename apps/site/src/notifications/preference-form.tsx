import { Choices } from '../forms/choices';
import { SubmitButton } from '../frame/button';
import { Done } from '../frame/done';
import { usePage } from '../request/page-context';
import type { Frequency, Preferences, Topic } from './queries';

export function PreferenceForm({
  preferences,
  isSaved,
  path,
}: {
  preferences: Preferences['preferences'];
  isSaved: boolean;
  path: string;
}) {
  const { words } = usePage();
  const t = words.site.notifications;
  const optional = preferences.filter(({ choices }) => choices.length > 1);
  const always = preferences.filter(({ choices }) => choices.length === 1);
  return (
    <>
      {isSaved && <Done>{t.saved}</Done>}
      <form method="post" action={path}>
        {optional.map(({ topic, frequency, choices }) => (
          <Choices
            key={topic}
            id={topic}
            legend={words.enums.notificationTopic[topic]}
            hint={t.hints[topic]}
            defaultValue={frequency}
            row="segments"
            options={[...choices].sort(byFrequency).map((value) => ({ value, label: t.frequency[value] }))}
          />
        ))}
        <p className="hint">{t.dailyText}</p>
        <p className="actions">
          <SubmitButton action="save" label={t.save} />
        </p>
      </form>
      <section className="aside" aria-labelledby="always-heading">
        <h2 id="always-heading">{t.always}</h2>
        <p>{t.alwaysText}</p>
        {always.map(({ topic }) => (
          <p key={topic}>{t.hints[topic]}</p>
        ))}
      </section>
    </>
  );
}

const order: readonly Frequency[] = ['IMMEDIATE', 'DAILY', 'NEVER'];

function byFrequency(a: Frequency, b: Frequency): number {
  return order.indexOf(a) - order.indexOf(b);
}

/** Reads the choices of the form. Unknown fields are ignored; the API checks the values. */
export function readPreferences(form: FormData): Array<{ topic: Topic; frequency: Frequency }> {
  return [...form].flatMap(([name, value]) =>
    order.includes(value as Frequency) ? [{ topic: name as Topic, frequency: value as Frequency }] : [],
  );
}
