import { Paper, Stack, Text, Title } from '@mantine/core';
import {
  helpLineFacts,
  helpLineIn,
  inputFromForm,
  languageName,
  listText,
  locales,
  models,
  type HelpLine,
  type Locale,
} from '@upstander/web-kit';
import { Section } from '../parts/ui/section';
import { useSharedWords, useWords } from '../words/words';
import { FooterPreview } from './footer-preview';
import type { HelpLineValues } from './help-line-form';
import type { HelpLineData } from './queries';

interface Props {
  values: HelpLineValues;
  line: HelpLineData | null;
  lines: readonly HelpLineData[];
}

export function HelpLinePreview({ values, line, lines }: Props) {
  const { t } = useWords('helpLines');
  const draftLine = lineFrom(values, line);
  const onSite = lines.filter(({ published }) => published);
  return (
    <Section title={t.helpLines.preview} lead={t.helpLines.previewLead}>
      <Stack>
        {locales.map((locale) => (
          <Card key={locale} line={draftLine} locale={locale} />
        ))}
        {line?.published && (
          <FooterPreview lines={onSite.map((siteLine) => (siteLine.id === line.id ? draftLine : siteLine))} />
        )}
      </Stack>
    </Section>
  );
}

function Card({ line, locale }: { line: HelpLine; locale: Locale }) {
  const { t } = useWords('helpLines');
  const { name, about } = helpLineIn(locale, line);
  const labels = useSharedWords(locale).enums.helpLine;
  const languageNames = listText(
    locale,
    line.languages.filter((code) => /^[a-z]{2,3}$/.test(code)).map((code) => languageName(locale, code)),
  );
  const contactWays = [
    line.textNumber !== null && `${labels.text}: ${line.textShown}`,
    line.tty !== null && `${labels.tty} ${line.tty}`,
    line.chatUrl !== null && `${labels.chat}: ${line.chatUrl.replace(/^https:\/\//, '')}`,
    ...helpLineFacts(line, locale, labels, languageNames),
  ].filter(Boolean);
  return (
    <Paper withBorder p="md" lang={locale}>
      <Title order={3} fz="lg">
        {name || t.helpLines.unnamed}
      </Title>
      <Text>{about}</Text>
      <Text fw={600} fz="xl">
        {line.phoneShown}
      </Text>
      <Text size="sm">{contactWays.join(' · ')}</Text>
    </Paper>
  );
}

function lineFrom(values: HelpLineValues, line: HelpLineData | null): HelpLine {
  const { input } = inputFromForm(models.HelpLineInput, values);
  return {
    ...input,
    id: line?.id ?? 'preview',
    area: values.area,
    areaEs: values.areaEs,
    phoneShown: input.phoneShown ?? input.phone,
    textShown: input.textShown ?? input.textNumber,
    national: line?.national ?? false,
    checkedOn: null,
  };
}
