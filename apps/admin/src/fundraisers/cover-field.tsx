import { limits } from '@upstander/web-kit';
import { Button, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { FileField, type KeptFile } from '../parts/forms/file-field';
import { useWords } from '../words/words';
import type { FundraiserFormValues } from './fundraiser-form-values';
import classes from './fundraisers.module.css';

export function CoverField({ form }: { form: UseFormReturnType<FundraiserFormValues> }) {
  const { t } = useWords('fundraiserForm');
  const words = t.fundraiserForm;
  const { cover, coverAlt } = form.values;
  const set = (file: KeptFile | null) => {
    form.setFieldValue('cover', file);
    form.setFieldValue('coverChanged', true);
  };
  return (
    <Stack>
      {cover && <img src={cover.url} alt={coverAlt || words.current} className={classes.cover} />}
      <FileField
        label={words.cover}
        hint={words.coverHint}
        purpose="cover"
        accept="image/jpeg,image/png,image/webp"
        value={cover}
        onChange={set}
      />
      {cover && (
        <>
          <TextInput
            label={words.coverAlt}
            description={words.coverAltHint}
            required
            maxLength={limits.Campaign.coverAlt}
            {...form.getInputProps('coverAlt')}
            onChange={(event) => {
              form.setFieldValue('coverAlt', event.currentTarget.value);
              form.setFieldValue('coverChanged', true);
            }}
          />
          <Button variant="subtle" color="clay" onClick={() => set(null)} style={{ alignSelf: 'flex-start' }}>
            {words.removeCover}
          </Button>
        </>
      )}
    </Stack>
  );
}
