import { usePage } from '../request/page-context';

/** A text to sign or to read, in the language of the page, as it was published. */
export function LegalText({ text, label }: { text: { body: string; bodyEs: string }; label: string }) {
  const { locale } = usePage();
  const paragraphs = (locale === 'es' ? text.bodyEs : text.body).split(/\n{2,}/);
  return (
    // Long texts scroll on their own, and the keyboard reaches them.
    <section className="panel legal-text" aria-label={label} tabIndex={0}>
      {paragraphs.map((paragraph, at) => (
        <p key={at}>{paragraph}</p>
      ))}
    </section>
  );
}
