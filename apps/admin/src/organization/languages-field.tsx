import { languageName, languages, ownName, translatedPages } from '@upstander/web-kit';
import { FormField } from '../parts/forms/form-field';
import type { FormFields } from '../parts/forms/form-fields';
import { useWords } from '../words/words';
import type { OrganizationValues } from './queries';

/** English can't be switched off, because everything without a translation is in English. */
export function LanguagesField({ form }: { form: FormFields<OrganizationValues> }) {
  const { labels, locale } = useWords('organization');
  const nameOf = (language: (typeof languages)[number]) => {
    const name = languageName(locale, language);
    const own = ownName(language);
    const both = name.toLowerCase() === own.toLowerCase() ? own : `${own} (${name})`;
    const pages = translatedPages(language);
    return pages === null ? both : labels.partialLanguage({ language: both, pages: pages.length });
  };
  return (
    <FormField
      form={form}
      name="languages"
      choices={languages.map((language) => ({
        value: language,
        label: nameOf(language),
        disabled: language === 'en',
      }))}
    />
  );
}
