import { Button, TextInput, VisuallyHidden } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { PlusIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import classes from './articles.module.css';
import { noSource, type ArticleFormValues } from './form-values';

/** What the article rests on: each with its year and the exact address where it can be read. */
export function SourceFields({ form }: { form: UseFormReturnType<ArticleFormValues> }) {
  const say = useWords('articles').t.articles.form;
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
            <VisuallyHidden>{say.source({ number: at + 1 })}</VisuallyHidden>
          </legend>
          <TextInput label={say.sourceTitle} {...form.getInputProps(`sources.${at}.title`)} />
          <TextInput label={say.publisher} {...form.getInputProps(`sources.${at}.publisher`)} />
          <TextInput label={say.year} inputMode="numeric" maxLength={4} {...form.getInputProps(`sources.${at}.year`)} />
          <TextInput label={say.url} type="url" {...form.getInputProps(`sources.${at}.url`)} />
          <Button
            size="xs"
            variant="default"
            aria-label={`${say.removeSource}: ${say.source({ number: at + 1 })}`}
            onClick={() => form.removeListItem('sources', at)}
          >
            {say.removeSource}
          </Button>
        </fieldset>
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<PlusIcon />}
        onClick={() => form.insertListItem('sources', noSource)}
      >
        {say.addSource}
      </Button>
    </>
  );
}
