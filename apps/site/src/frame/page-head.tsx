import type { FormError } from '../forms/error-summary';
import { usePage } from '../request/page-context';
import { remembered } from '../request/remembered';

interface Props {
  title: string;
  /** What is wrong in a form of the page: the title, which is read out first, then says so. */
  errors?: readonly FormError[];
  description?: string;
  /** A personal or passing page: search engines leave it out, and it has no address of its own to share. */
  personal?: boolean;
  /** The name of the organisation is left out: what a browser's history shows of the page is its own name alone. */
  plain?: boolean;
  imageUrl?: string;
  /** Whose picture is shown where a link is shared, such as `events/<slug>`: pages/share-image.ts. That of the site when left out. */
  share?: string;
  type?: 'website' | 'article';
}

/**
 * Title, description, Open Graph and the two language versions; React lifts them into <head>. The English version is the
 * address alone (what a program without a language of its own gets), the Spanish one says so: each is its own canonical.
 */
export function PageHead({ errors = [], personal = false, plain = false, type = 'website', ...props }: Props) {
  const { words, organisationName, path } = usePage();
  const title = errors.length > 0 ? `${words.site.errors.titlePrefix}: ${props.title}` : props.title;
  const whole = title === organisationName || plain ? title : `${title} – ${organisationName}`;
  if (personal) {
    return (
      <>
        <title>{whole}</title>
        <meta name="robots" content="noindex, nofollow" />
      </>
    );
  }
  const facts = { ...props, title, whole, type, path: oneAddress(path) };
  // What somebody looks for stands in the address, and is remembered nowhere.
  return path.includes('?') ? <PublicHead {...facts} /> : <RememberedHead {...facts} />;
}

interface PublicProps extends Pick<Props, 'description' | 'imageUrl' | 'share'> {
  title: string;
  /** With the name of the organisation. */
  whole: string;
  type: 'website' | 'article';
  path: string;
}

function PublicHead({ title, whole, type, path, description, imageUrl, share = 'site/home' }: PublicProps) {
  const { organisationName, publicUrl, locale } = usePage();
  const base = publicUrl + path;
  const spanish = withLanguage(base, 'es');
  const url = locale === 'es' ? spanish : base;
  return (
    <>
      <title>{whole}</title>
      {description !== undefined && <meta name="description" content={description} />}
      <link rel="canonical" href={url} />
      <link rel="alternate" hrefLang="en" href={base} />
      <link rel="alternate" hrefLang="es" href={spanish} />
      <link rel="alternate" hrefLang="x-default" href={base} />
      <meta property="og:title" content={title} />
      <meta property="og:type" content={type} />
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content={organisationName} />
      <meta property="og:locale" content={locale === 'es' ? 'es_US' : 'en_US'} />
      {description !== undefined && <meta property="og:description" content={description} />}
      <meta property="og:image" content={imageUrl ?? `${publicUrl}/share/${share}.${locale}.png`} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

const RememberedHead = remembered(PublicHead, 'head');

/** `/events/` is `/events`. */
function oneAddress(path: string): string {
  return path.replace(/(?<=.)\/+(?=$|\?)/, '');
}

/** The same address in another language. */
export function withLanguage(address: string, locale: string): string {
  const [path = '/', query] = address.split('?');
  return `${path}?${query === undefined || query === '' ? '' : `${query}&`}lang=${locale}`;
}
