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
  const words = t.fundraisers.share;
  if (!['LIVE', 'PAUSED', 'ENDED'].includes(status)) return <Text c="dimmed">{words.notPublic}</Text>;
  const address = (path: string) => publicUrl + path;
  const link = address(`/fundraisers/${slug}`);
  const picture = `/campaigns/${slug}/progress.svg`;
  const snippet = `<iframe src="${address(`/campaigns/${slug}/embed`)}" title="${attribute(words.frameTitle({ title }))}" width="100%" height="220" style="border:0" loading="lazy"></iframe>`;
  return (
    <>
      <Section title={words.title} lead={words.lead}>
        <TextInput aria-label={words.address} readOnly value={link} mb="sm" />
        <Button variant="default" leftSection={<CopyIcon />} onClick={() => copy(link, words.copied)}>
          {words.copy}
        </Button>
      </Section>
      <Section title={words.embed} lead={words.embedLead}>
        <pre className={classes.snippet} tabIndex={0} aria-label={words.snippet}>
          {snippet}
        </pre>
        <Button variant="default" leftSection={<CopyIcon />} onClick={() => copy(snippet, words.embedCopied)}>
          {words.copyEmbed}
        </Button>
      </Section>
      <Section title={words.image} lead={words.imageLead}>
        <TextInput aria-label={words.pictureLink} readOnly value={address(picture)} mb="md" />
        <img src={picture} alt={words.frameTitle({ title })} className={classes.picture} />
      </Section>
    </>
  );
}

function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

function useCopy(): (text: string, done: string) => void {
  const { t } = useWords('fundraisers');
  const { copy } = useClipboard();
  return (text, done) => {
    // Browsers require a secure context for the clipboard.
    if (!window.isSecureContext) return notify.failure(t.common.failed, t.fundraisers.share.notCopied);
    copy(text);
    return notify.success(done);
  };
}
