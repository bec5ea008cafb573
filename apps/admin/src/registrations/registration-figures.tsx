import { Figures } from '../parts/ui/figures';
import { useWords } from '../words/words';
import type { EventRegistrations } from './queries';

export function RegistrationFigures({ registrations }: { registrations: EventRegistrations }) {
  const { t } = useWords('registrations');
  const { figures: labels } = t.registrations;
  const { registered, parties, waiting, unconfirmed, arrived, form } = registrations;
  const capacity = form?.capacity ?? null;
  return (
    <Figures
      figures={[
        {
          key: 'registered',
          label: labels.registered,
          value: registered,
          hint: [capacity !== null && labels.ofCapacity({ capacity }), labels.parties({ count: parties })]
            .filter(Boolean)
            .join(' · '),
        },
        { key: 'waiting', label: labels.waiting, value: waiting },
        { key: 'unconfirmed', label: labels.unconfirmed, value: unconfirmed },
        { key: 'arrived', label: labels.arrived, value: arrived },
      ]}
    />
  );
}
