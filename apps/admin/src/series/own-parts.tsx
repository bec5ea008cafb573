import { Alert, Anchor, Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from 'react-router';
import type { ManagedEvent } from '../events/queries';
import { ConfirmChange } from '../parts/ui/confirm';
import { InfoIcon } from '../parts/ui/icons';
import { isPast } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { partsText } from './parts-text';
import { resetOccurrenceMutation } from './queries';

/** Links an occurrence to its series, and says what it has of its own. */
export function OwnParts({ event }: { event: ManagedEvent }) {
  const { t, words, locale } = useWords('series');
  const { own } = t.series;
  const [isOpen, dialog] = useDisclosure(false);
  const { series, overrides } = event;
  if (!series) return null;
  const parts = partsText(words, locale, overrides);
  const named = parts.charAt(0).toLocaleUpperCase(locale) + parts.slice(1);
  const isOpenEvent = event.status !== 'CANCELLED' && !isPast(event);
  return (
    <>
      <Text mb="md">
        <Anchor component={Link} to={`/events/series/${series.id}`}>
          {own.of({ title: series.title })}
        </Anchor>
      </Text>
      {overrides.length > 0 && (
        <Alert color="amber" icon={<InfoIcon />} mb="lg" title={own.title}>
          <Text size="sm">{own.text({ parts })}</Text>
          {isOpenEvent && (
            <Button size="xs" mt="xs" variant="default" onClick={dialog.open}>
              {own.reset}
            </Button>
          )}
        </Alert>
      )}
      <ConfirmChange
        opened={isOpen}
        onClose={dialog.close}
        title={own.resetTitle}
        text={own.resetText({ parts: named })}
        submitLabel={own.reset}
        pendingLabel={t.shared.resetting}
        tone="good"
        mutation={resetOccurrenceMutation}
        variables={() => ({ eventId: event.id, parts: overrides })}
        successMessage={own.resetDone}
      />
    </>
  );
}
