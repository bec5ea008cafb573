import { Paper, Stack, Text, Title } from '@mantine/core';
import {
  helpLineFacts,
  helpLineIn,
  languageName,
  listText,
  locales,
  type HelpLine,
  type Locale,
} from '@upstander/web-kit';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import type { HelpLineValues } from './help-line-form';

/** The line as the site shows it, in both languages, from what is in the form right now. */
export function HelpLinePreview({ values }: { values: HelpLineValues }) {
  const { t } = useWords('helpLines');
  return (
    <Section title={t.helpLines.preview} lead={t.helpLines.previewLead}>
      <Stack>
        {locales.map((locale) => (
          <Card key={locale} line={lineFrom(values)} locale={locale} />
        ))}
      </Stack>
    </Section>
  );
}

function Card({ line, locale }: { line: HelpLine; locale: Locale }) {
  const { t, words } = useWords('helpLines');
  const { name, about } = helpLineIn(locale, line);
  const say = words.enums.helpLine;
  const spoken = listText(
    locale,
    line.languages.filter((code) => /^[a-z]{2,3}$/.test(code)).map((code) => languageName(locale, code)),
  );
  const ways = [
    line.textNumber !== null && `${say.text}: ${line.textShown}`,
    line.tty !== null && `${say.tty} ${line.tty}`,
    line.chatUrl !== null && `${say.chat}: ${line.chatUrl.replace(/^https:\/\//, '')}`,
    ...helpLineFacts(line, locale, say, spoken),
  ].filter(Boolean);
  return (
    <Paper withBorder p="md" lang={locale}>
      <Title order={3} fz="lg">
        {name || t.helpLines.unnamed}
      </Title>
      <Text>{about}</Text>
      <Text fw={700} fz="xl">
        {line.phoneShown}
      </Text>
      <Text size="sm">{ways.join(' · ')}</Text>
    </Paper>
  );
}

function lineFrom(values: HelpLineValues): HelpLine {
  const or = (text: string) => text.trim() || null;
  return {
    ...values,
    id: 'preview',
    phoneShown: values.phoneShown || values.phone,
    textNumber: or(values.textNumber),
    textShown: or(values.textShown) ?? or(values.textNumber),
    tty: or(values.tty),
    chatUrl: or(values.chatUrl),
    allDay: values.allDay === 'yes',
    hours: or(values.hours),
    hoursEs: or(values.hoursEs),
    confidential: values.confidential === 'yes',
    takesReports: values.takesReports === 'yes',
    forEmergencies: values.forEmergencies === 'yes',
    languages: values.languages.split(/[\s,]+/).filter(Boolean),
    interpretedLanguages: Number(values.interpretedLanguages) || null,
    sourceYear: Number(values.sourceYear),
    verifiedOn: values.verifyBy,
  };
}
