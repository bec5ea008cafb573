import { parseMoney } from '@upstander/web-kit';
import { MarkdownText } from '../parts/forms/markdown-field';
import { PreviewDrawer, PreviewTop } from '../parts/ui/preview-drawer';
import { ProgressBar } from '../parts/money/progress-bar';
import { useWords } from '../words/words';
import type { FundraiserFormValues } from './fundraiser-form-values';
import classes from './fundraisers.module.css';

interface PreviewProps {
  opened: boolean;
  onClose: () => void;
  values: FundraiserFormValues;
}

export function FundraiserPreview({ opened, onClose, values }: PreviewProps) {
  const words = useWords('fundraiserForm').t.fundraiserForm;
  const { currency } = values;
  return (
    <PreviewDrawer opened={opened} onClose={onClose} words={words}>
      <article lang={values.language}>
        {values.coverUrl && <img src={values.coverUrl} alt={values.coverAlt} className={classes.cover} />}
        <PreviewTop title={values.title.trim() || words.untitled} summary={values.summary} />
        <div style={{ margin: '16px 0 24px' }}>
          <ProgressBar
            raised={{ amountMinor: 0, currency }}
            goal={{ amountMinor: parseMoney(values.goal, currency) ?? 0, currency }}
          />
        </div>
        <MarkdownText text={values.story} />
      </article>
    </PreviewDrawer>
  );
}
