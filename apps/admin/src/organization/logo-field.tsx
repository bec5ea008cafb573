import { Button, Stack } from '@mantine/core';
import { FileField } from '../parts/forms/file-field';
import type { FormFields } from '../parts/forms/form-fields';
import { useWords } from '../words/words';
import type { OrganizationValues } from './queries';
import classes from './organization.module.css';

interface LogoFieldProps {
  form: FormFields<OrganizationValues>;
  url: string | null;
  onChange: (url: string | null) => void;
}

export function LogoField({ form, url, onChange }: LogoFieldProps) {
  const { labels } = useWords('organization');
  const { error } = form.field('logoId');
  const id = form.values.logoId;
  // A restored draft or another admin's logo has no URL yet.
  const shownUrl = id === '' ? null : (url ?? `/logo/${id}.png`);
  const set = (file: { id: string; url: string } | null) => {
    form.set('logoId', file?.id ?? '');
    onChange(file?.url ?? null);
  };
  return (
    <Stack gap="sm">
      {shownUrl !== null && <img src={shownUrl} alt={labels.logoNow} className={classes.logo} />}
      <FileField
        label={labels.logoId}
        hint={labels.logoIdHint}
        path="/logo"
        accept="image/jpeg,image/png,image/webp"
        value={shownUrl === null ? null : { id, url: shownUrl }}
        onChange={set}
        error={error}
      />
      {shownUrl !== null && (
        <Button variant="subtle" color="clay" onClick={() => set(null)} style={{ alignSelf: 'flex-start' }}>
          {labels.removeLogo}
        </Button>
      )}
    </Stack>
  );
}
