import { Button, Stack, TextInput } from '@mantine/core';
import { FileField, type KeptFile } from '../parts/forms/file-field';
import type { FormFields } from '../parts/forms/form-fields';
import { useWords } from '../words/words';
import type { FundraiserFormValues } from './fundraiser-form-values';
import classes from './fundraisers.module.css';

export function CoverField({ form }: { form: FormFields<FundraiserFormValues> }) {
  const { labels } = useWords('fundraiserForm');
  const { coverFileId: id, coverUrl: url, coverAlt } = form.values;
  const set = (file: KeptFile | null) => {
    form.set('coverFileId', file?.id ?? '');
    form.set('coverUrl', file?.url ?? '');
    form.set('coverChanged', true);
  };
  return (
    <Stack>
      {url && <img src={url} alt={coverAlt || labels.current} className={classes.cover} />}
      <FileField
        label={labels.cover}
        hint={labels.coverHint}
        purpose="cover"
        accept="image/jpeg,image/png,image/webp"
        value={url ? { id, url } : null}
        onChange={set}
      />
      {url && (
        <>
          <TextInput
            label={labels.coverAlt}
            description={labels.coverAltHint}
            {...form.field('coverAlt')}
            required
            onChange={({ currentTarget }) => {
              form.set('coverAlt', currentTarget.value);
              form.set('coverChanged', true);
            }}
          />
          <Button variant="subtle" color="clay" onClick={() => set(null)} style={{ alignSelf: 'flex-start' }}>
            {labels.removeCover}
          </Button>
        </>
      )}
    </Stack>
  );
}
