import { Button, TextInput, VisuallyHidden } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { PlusIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import classes from './articles.module.css';
import { emptySource, type ArticleFormValues } from './form-values';

export function SourceFields({ form }: { form: UseFormReturnType<ArticleFormValues> }) {
  const labels = useWords('articles').t.articles.form;
  const error = form.errors['sources'];
  return (
    <>
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      {form.values.sources.map((_, at) => (
        <fieldset key={at} className={classes.source}>
          <legend>
            <VisuallyHidden>{labels.source({ number: at + 1 })}</VisuallyHidden>
          </legend>
          <TextInput label={labels.sourceTitle} {...form.getInputProps(`sources.${at}.title`)} />
          <TextInput label={labels.publisher} {...form.getInputProps(`sources.${at}.publisher`)} />
          <TextInput
            label={labels.year}
            inputMode="numeric"
            maxLength={4}
            {...form.getInputProps(`sources.${at}.year`)}
          />
          <TextInput label={labels.url} type="url" {...form.getInputProps(`sources.${at}.url`)} />
          <Button
            size="xs"
            variant="default"
            aria-label={`${labels.removeSource}: ${labels.source({ number: at + 1 })}`}
            onClick={() => form.removeListItem('sources', at)}
          >
            {labels.removeSource}
          </Button>
        </fieldset>
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<PlusIcon />}
        onClick={() => form.insertListItem('sources', emptySource)}
      >
        {labels.addSource}
      </Button>
    </>
  );
}
