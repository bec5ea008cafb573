import { Drawer, Text, Title } from '@mantine/core';
import { parseMoney } from '@upstander/web-kit';
import { MarkdownText } from '../parts/markdown-field';
import { ProgressBar } from '../parts/progress-bar';
import { useWords } from '../words/words';
import type { FundraiserFormValues } from './form-values';
import classes from './fundraisers.module.css';

interface PreviewProps {
  opened: boolean;
  onClose: () => void;
  values: FundraiserFormValues;
}

/** What donors will read, from what is in the form right now. */
export function FundraiserPreview({ opened, onClose, values }: PreviewProps) {
  const { t } = useWords();
  const words = t.fundraiserForm;
  const { currency } = values;
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="lg"
      title={words.previewTitle}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <Text c="dimmed" size="sm" mb="md">
        {words.previewLead}
      </Text>
      <article lang={values.language}>
        {values.cover && <img src={values.cover.url} alt={values.coverAlt} className={classes.cover} />}
        <Title order={2} fz={26} lh={1.25}>
          {values.title.trim() || words.untitled}
        </Title>
        {values.summary && <Text mt={6}>{values.summary}</Text>}
        <div style={{ margin: '16px 0 20px' }}>
          <ProgressBar
            raised={{ amountMinor: 0, currency }}
            goal={{ amountMinor: parseMoney(values.goal, currency) ?? 0, currency }}
          />
        </div>
        <MarkdownText text={values.story} />
      </article>
    </Drawer>
  );
}
