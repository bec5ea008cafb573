import { Button, Text, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { notify } from '../parts/notifications/notify';
import { CopyIcon } from '../parts/ui/icons';
import { Section } from '../parts/ui/section';
import { useSettings } from '../session/settings';
import { useWords } from '../words/words';
import { useFundraiser } from './fundraiser-show';
import classes from './fundraisers.module.css';

export function Share() {
  const { t } = useWords('fundraisers');
  const { slug, title, status } = useFundraiser();
  const { publicUrl } = useSettings();
  const copy = useCopy();
  const labels = t.fundraisers.share;
  if (!['LIVE', 'PAUSED', 'ENDED'].includes(status)) return <Text c="dimmed">{labels.notPublic}</Text>;
  const address = (path: string) => publicUrl + path;
  const link = address(`/fundraisers/${slug}`);
  const picture = `/campaigns/${slug}/progress.svg`;
  const snippet = `<iframe src="${address(`/campaigns/${slug}/embed`)}" title="${escapeAttribute(labels.frameTitle({ title }))}" width="100%" height="220" style="border:0" loading="lazy"></iframe>`;
  return (
    <>
      <Section title={labels.title} lead={labels.lead}>
        <TextInput aria-label={labels.address} readOnly value={link} mb="sm" />
        <Button variant="default" leftSection={<CopyIcon />} onClick={() => copy(link, t.shared.linkCopied)}>
          {labels.copy}
        </Button>
      </Section>
      <Section title={labels.embed} lead={labels.embedLead}>
        <pre className={classes.snippet} tabIndex={0} aria-label={labels.snippet}>
          {snippet}
        </pre>
        <Button variant="default" leftSection={<CopyIcon />} onClick={() => copy(snippet, labels.embedCopied)}>
          {labels.copyEmbed}
        </Button>
      </Section>
      <Section title={labels.image} lead={labels.imageLead}>
        <TextInput aria-label={labels.pictureLink} readOnly value={address(picture)} mb="md" />
        <img src={picture} alt={labels.frameTitle({ title })} className={classes.picture} />
      </Section>
    </>
  );
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

function useCopy(): (text: string, confirmation: string) => void {
  const { t } = useWords('fundraisers');
  const { copy } = useClipboard();
  return (text, confirmation) => {
    // Browsers require a secure context for the clipboard.
    if (!window.isSecureContext) return notify.failure(t.common.failed, t.fundraisers.share.notCopied);
    copy(text);
    return notify.success(confirmation);
  };
}
