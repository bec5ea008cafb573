import { TextInput } from '@mantine/core';
import { FieldPair } from '../parts/settings/field-pair';
import type { FormFields } from '../parts/forms/form-fields';
import { useWords } from '../words/words';
import { contrast, light } from '@upstander/web-kit';
import type { OrganizationValues } from './queries';
import classes from './organization.module.css';

const defaults = { actionColor: light.action, giveColor: light.give };

export function ColorFields({ form }: { form: FormFields<OrganizationValues> }) {
  const { labels } = useWords('organization');
  const action = shownColor(form.values.actionColor, defaults.actionColor);
  const give = shownColor(form.values.giveColor, defaults.giveColor);
  const onGive = contrast(light.ink, give) >= contrast(light.surface, give) ? light.ink : light.surface;
  return (
    <div className={classes.colors}>
      <FieldPair>
        <ColorField form={form} name="actionColor" />
        <ColorField form={form} name="giveColor" />
      </FieldPair>
      <p className={classes.preview} aria-label={labels.colorPreview} role="img">
        <span style={{ background: action, color: light.surface }}>{labels.signUp}</span>
        <span style={{ background: give, color: onGive }}>{labels.donate}</span>
        <span style={{ color: light.ink, textDecorationColor: action }}>{labels.link}</span>
      </p>
    </div>
  );
}

function ColorField({ form, name }: { form: FormFields<OrganizationValues>; name: keyof typeof defaults }) {
  const { labels } = useWords('organization');
  const field = form.field(name);
  return (
    <TextInput
      {...field}
      label={labels[name]}
      description={labels[`${name}Hint`]}
      placeholder={defaults[name]}
      leftSection={
        <input
          type="color"
          className={classes.picker}
          aria-label={labels.pick({ color: labels[name] })}
          value={shownColor(field.value, defaults[name])}
          onChange={field.onChange}
        />
      }
    />
  );
}

/** Returns the default for an empty or unfinished color. */
function shownColor(typed: string, standard: string): string {
  return /^#[0-9a-f]{6}$/i.test(typed) ? typed : standard;
}
