import { Paper, Text, Title } from '@mantine/core';
import { footerHelpLines, helpLineIn, locales, type HelpLine, type Locale } from '@upstander/web-kit';
import { useSharedWords, useWords } from '../words/words';

export function FooterPreview({ lines }: { lines: readonly HelpLine[] }) {
  const { labels } = useWords('helpLines');
  return (
    <div>
      <Title order={3} fz="md" mb="xs">
        {labels.footer}
      </Title>
      {locales.map((locale) => (
        <Footer key={locale} lines={lines} locale={locale} />
      ))}
    </div>
  );
}

function Footer({ lines, locale }: { lines: readonly HelpLine[]; locale: Locale }) {
  const labels = useSharedWords(locale).enums.helpLine;
  const { first, others, emergency } = footerHelpLines(lines);
  const displayedLines = [...(first ? [first] : []), ...others, ...(emergency ? [emergency] : [])];
  return (
    <Paper withBorder p="sm" mb="xs" lang={locale}>
      {displayedLines.map((line) => (
        <Text key={line.id} size="sm">
          {helpLineIn(locale, line).name}: <b>{line.phoneShown}</b>
          {line.textNumber !== null && ` · ${labels.text}: ${line.textShown}`}
        </Text>
      ))}
    </Paper>
  );
}
