import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { Loading } from '../parts/ui/loading';
import { useWords } from '../words/words';
import classes from './email-wording.module.css';

interface EmailPreviewProps {
  preview: { subject: string; html: string; text: string } | null;
  lang: string;
}

export function EmailPreview({ preview, lang }: EmailPreviewProps) {
  const { labels } = useWords('emailWording');
  const [view, setView] = useState('html');
  return (
    <section className={classes.preview} aria-label={labels.preview}>
      <div className={classes.previewTop}>
        <Text fw={600}>{labels.preview}</Text>
        <SegmentedControl
          size="xs"
          aria-label={labels.previewAs}
          value={view}
          onChange={setView}
          data={[
            { value: 'html', label: labels.previewHtml },
            { value: 'text', label: labels.previewText },
          ]}
        />
      </div>
      <Text size="sm" c="dimmed">
        {labels.previewNote}
      </Text>
      {!preview && <Loading noun={labels.preview} lines={6} />}
      {preview && (
        <>
          <p className={classes.subject} lang={lang}>
            {preview.subject}
          </p>
          {view === 'html' ? (
            // The sandbox blocks scripts, forms and links.
            <iframe className={classes.frame} title={labels.preview} sandbox="" srcDoc={preview.html} />
          ) : (
            <pre className={classes.plain} lang={lang} tabIndex={0}>
              {preview.text}
            </pre>
          )}
        </>
      )}
    </section>
  );
}
