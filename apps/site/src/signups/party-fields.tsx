import { Choices } from '../forms/choices';
import { Select } from '../forms/select';
import type { Control } from '../forms/define-form';
import { TextArea } from '../forms/text-area';
import { Tick } from '../forms/tick';
import { usePage } from '../request/page-context';

interface Props {
  maxGuests: number;
  field: (name: 'guests' | 'guestNames') => Control;
  /**
   * The choice if there isn't room for everyone: '1' to come with fewer, '0' to wait together, or empty. Omitted if
   * they have their places.
   */
  acceptsFewerGuests?: { answer: string; error: string | undefined };
}

export function PartyFields({ maxGuests, field, acceptsFewerGuests }: Props) {
  const t = usePage().words.site.signUp;
  const guests = field('guests');
  return (
    <>
      <Select
        {...guests}
        defaultValue={guests.defaultValue || '0'}
        label={t.guests}
        hint={t.guestsHint}
        options={Array.from({ length: maxGuests + 1 }, (_, n) => ({
          value: String(n),
          label: n === 0 ? t.guestsNobody : t.guestsSome({ n }),
        }))}
      />
      <TextArea {...field('guestNames')} label={t.guestNames} hint={t.guestNamesHint} rows={2} />
      {acceptsFewerGuests !== undefined && <ShortageQuestion {...acceptsFewerGuests} />}
    </>
  );
}

/** A checkbox in advance, or a choice between two options once we know that there are too few places. */
export function ShortageQuestion({ answer, error }: { answer: string; error: string | undefined }) {
  const t = usePage().words.site.signUp;
  if (error === undefined && answer !== '0') {
    return (
      <Tick
        id="acceptsFewerGuests"
        label={t.acceptsFewerGuests}
        hint={t.acceptsFewerGuestsHint}
        checked={answer === '1'}
      />
    );
  }
  return (
    <Choices
      id="acceptsFewerGuests"
      legend={t.spotsChoice}
      defaultValue={answer}
      error={error}
      options={[
        { value: '1', label: t.spotsTake, hint: t.spotsTakeHint },
        { value: '0', label: t.spotsWait, hint: t.spotsWaitHint },
      ]}
    />
  );
}
