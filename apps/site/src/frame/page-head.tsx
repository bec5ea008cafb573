import { intlTag, type Language } from '@upstander/web-kit';
import { addressIn, alternatesOf, translationsOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';

interface Props {
  title: string;
  /** Errors of a form. The title, which is read out first, then mentions them. */
  errors?: readonly object[];
  description?: string;
  /** True for personal or temporary pages: not indexed and not shareable. */
  isPersonal?: boolean;
  /** True to leave out the organization's name, so that the browser history shows only the page's name. */
  isPlain?: boolean;
  imageUrl?: string;
  /**
   * Picture shown where a link is shared, e.g. `events/<slug>` (share/share-image.ts). Defaults to that of the site.
   */
  share?: string;
  type?: 'website' | 'article';
}

/**
 * React moves the elements into <head>. The English version has the plain address, which programs without a language
 * get; the others add a parameter. Each is its own canonical.
 */
export function PageHead({ errors = [], isPersonal = false, isPlain = false, type = 'website', ...props }: Props) {
  const { words, organizationName, path } = usePage();
  const title = errors.length > 0 ? `${words.site.errors.titlePrefix}: ${props.title}` : props.title;
  const fullTitle = title === organizationName || isPlain ? title : `${title} – ${organizationName}`;
  if (isPersonal) {
    return (
      <>
        <title>{fullTitle}</title>
        <meta name="robots" content="noindex, nofollow" />
      </>
    );
  }
  const facts = { ...props, title, whole: fullTitle, type, path: withoutTrailingSlash(path) };
  // The address contains the search text, so it's not cached.
  return path.includes('?') ? <PublicHead {...facts} /> : <RememberedHead {...facts} />;
}

interface PublicProps extends Pick<Props, 'description' | 'imageUrl' | 'share'> {
  title: string;
  whole: string;
  type: 'website' | 'article';
  path: string;
}

function PublicHead({ title, whole: fullTitle, type, path, description, imageUrl, share = 'site/home' }: PublicProps) {
  const { organization, organizationName, publicUrl, language, locale } = usePage();
  const base = publicUrl + path;
  const url = addressIn(base, language);
  const translations = translationsOf(path.split('?')[0] ?? path, organization.languages);
  return (
    <>
      <title>{fullTitle}</title>
      {description !== undefined && <meta name="description" content={description} />}
      <link rel="canonical" href={url} />
      {alternatesOf(base, translations).map(([lang, href]) => (
        <link key={lang} rel="alternate" hrefLang={lang} href={href} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={base} />
      <meta property="og:title" content={title} />
      <meta property="og:type" content={type} />
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content={organizationName} />
      <meta property="og:locale" content={ogLocale(language)} />
      {description !== undefined && <meta property="og:description" content={description} />}
      <meta property="og:image" content={imageUrl ?? `${publicUrl}/share/${share}.${locale}.png`} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

const RememberedHead = cacheMarkup(PublicHead, 'head');

/** `/events/` becomes `/events`. */
function withoutTrailingSlash(path: string): string {
  return path.replace(/(?<=.)\/+(?=$|\?)/, '');
}

/** Open Graph has its own notation, with a country. */
function ogLocale(language: Language): string {
  return intlTag(language).replace('-', '_');
}
