import { Text } from '@mantine/core';
import { listDay } from '../parts/ui/dates';
import { useWords } from '../words/words';
import type { EditPreview } from './queries';
import classes from './series.module.css';

/** Says what an edit does to the dates and people of a series. */
export function Consequences({ preview, timeZone }: { preview: EditPreview; timeZone: string }) {
  const { t, locale } = useWords('series');
  const { scope } = t.series;
  const { changedDates, addedDates, droppedDates, firstDropped, ownDates } = preview;
  const { changedPeople, displacedPeople, droppedPeople, notifiedPeople } = preview;
  return (
    <div aria-live="polite">
      <Text>{scope.dates({ changed: changedDates, added: addedDates, dropped: droppedDates })}</Text>
      <ul className={classes.consequences}>
        {firstDropped.length > 0 && (
          <li>
            {scope.droppedDates({
              dates: firstDropped
                .slice(0, 5)
                .map((at) => listDay(locale, at, timeZone))
                .concat(droppedDates > 5 ? ['…'] : [])
                .join(' · '),
            })}
          </li>
        )}
        {ownDates > 0 && <li>{scope.own({ count: ownDates })}</li>}
        {changedPeople > 0 && <li>{scope.changed({ count: changedPeople })}</li>}
        {displacedPeople > 0 && <li>{scope.displaced({ count: displacedPeople })}</li>}
        {droppedPeople > 0 && <li>{scope.dropped({ count: droppedPeople })}</li>}
        {notifiedPeople === 0 && <li>{scope.noPeople}</li>}
      </ul>
    </div>
  );
}
