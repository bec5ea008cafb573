import { Button, VisuallyHidden } from '@mantine/core';
import { FormField } from '../parts/forms/form-field';
import type { FormFields } from '../parts/forms/form-fields';
import { PlusIcon } from '../parts/ui/icons';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import classes from './articles.module.css';
import type { ArticleFormValues } from './form-values';

export function SourceFields({ form }: { form: FormFields<ArticleFormValues> }) {
  const { t } = useWords('articles');
  const labels = t.articles.form;
  const error = form.errorOf('sources');
  return (
    <>
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      {form.rows('sources', { ...labels, title: labels.sourceTitle, titleHint: undefined }).map((source, at) => (
        <fieldset key={source.key} className={classes.source}>
          <legend>
            <VisuallyHidden>{labels.source({ number: at + 1 })}</VisuallyHidden>
          </legend>
          <FormField form={source} name="title" required={false} />
          <FormField form={source} name="publisher" required={false} />
          <FormField form={source} name="year" required={false} />
          <FormField form={source} name="url" required={false} />
          <RowButton
            label={t.common.remove}
            about={labels.source({ number: at + 1 })}
            size="xs"
            onClick={source.remove}
          />
        </fieldset>
      ))}
      <Button size="xs" variant="default" leftSection={<PlusIcon />} onClick={() => form.addRow('sources')}>
        {labels.addSource}
      </Button>
    </>
  );
}
