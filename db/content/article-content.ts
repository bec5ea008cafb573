export interface ShippedSource {
  title: string;
  publisher: string;
  year: number;
  url: string;
}

export interface ShippedText {
  title: string;
  /** One or two sentences, for lists. */
  summary: string;
  /** Shown before the text: what readers should know first. */
  note: string;
  /** Markdown; headings begin with `##`. */
  body: string;
}

/** An article that ships with the product; staff may change it afterward. */
export interface ShippedArticle {
  slug: string;
  audience: 'everyone' | 'caregivers' | 'youth' | 'schools' | 'businesses' | 'relationships';
  /** ISO dates. */
  reviewedOn: string;
  reviewBy: string;
  sources: readonly ShippedSource[];
  /** True if it informs about the law. Staff and readers then see if a lawyer has reviewed it. */
  isLegal?: boolean;
  en: ShippedText;
  es: ShippedText;
}

const reviewed = { reviewedOn: '2026-11-30', reviewBy: '2027-11-30' };

/** Adds the date of the last change, and the date by which the article is due for review. */
export const article = (content: Omit<ShippedArticle, keyof typeof reviewed>): ShippedArticle => ({
  ...reviewed,
  ...content,
});
