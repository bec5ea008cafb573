/** Where something that an article says comes from. */
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
  /** What somebody should know before they read on; it stands first. */
  note: string;
  /** Markdown; headings begin with `##`. */
  body: string;
}

/** An article as the product brings it along; staff may change it afterwards. */
export interface ShippedArticle {
  slug: string;
  audience: 'everyone' | 'caregivers' | 'youth' | 'schools' | 'businesses' | 'relationships';
  /** ISO dates. */
  reviewedOn: string;
  reviewBy: string;
  sources: readonly ShippedSource[];
  /** Says what the law gives: staff and readers see whether a lawyer has reviewed it. */
  isLegal?: boolean;
  en: ShippedText;
  es: ShippedText;
}

const reviewed = { reviewedOn: '2026-11-30', reviewBy: '2027-11-30' };

/** Adds the day of the last change, and the day by which the article is due for review. */
export const article = (content: Omit<ShippedArticle, keyof typeof reviewed>): ShippedArticle => ({
  ...reviewed,
  ...content,
});
