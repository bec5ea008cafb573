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
  const { t, labels } = useWords('emailWording');
  const [view, setView] = useState('html');
  return (
    <section className={classes.preview} aria-label={t.shared.preview}>
      <div className={classes.previewTop}>
        <Text fw={600}>{t.shared.preview}</Text>
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
      {!preview && <Loading noun={t.shared.preview} lines={6} />}
      {preview && (
        <>
          <p className={classes.subject} lang={lang}>
            {preview.subject}
          </p>
          {view === 'html' ? (
            // The sandbox blocks scripts, forms and links.
            <iframe className={classes.frame} title={t.shared.preview} sandbox="" srcDoc={preview.html} />
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
