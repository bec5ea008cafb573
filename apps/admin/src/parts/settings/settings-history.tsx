import { Text } from '@mantine/core';
import { formatShortDateTime } from '../ui/dates';
import { Changes } from '../ui/changes';
import { Section } from '../ui/section';
import { Timeline } from '../ui/timeline';
import { useWords } from '../../words/words';
import type { SettingsChangeData } from './queries';

interface SettingsHistoryProps {
  history: readonly SettingsChangeData[];
  /** Labels of the fields. */
  labels: object;
  /** Shown if nothing was saved yet. */
  none?: string;
}

/** The latest saves of a screen of settings: who changed what, and when. */
export function SettingsHistory({ history, labels: fields, none }: SettingsHistoryProps) {
  const { t, locale } = useWords('settings');
  const labels = t.settings.history;
  return (
    <Section title={t.shared.changes} hasSpaceAbove>
      {history.length === 0 && <Text c="dimmed">{none ?? labels.none}</Text>}
      {history.length > 0 && (
        <Timeline
          label={t.shared.changes}
          entries={history.map(({ version, changedAt, changedBy, changes }) => ({
            key: String(version),
            title: changedBy ?? labels.formerAccount,
            when: formatShortDateTime(locale, changedAt),
            text: (
              <Changes
                label={labels.changes}
                changes={changes.map((change) => ({
                  ...change,
                  label: String((fields as Readonly<Record<string, unknown>>)[change.field] ?? change.field),
                }))}
              />
            ),
          }))}
        />
      )}
    </Section>
  );
}
