import { LongText, Markdown, SearchVector, Text } from '@upstander/platform';
import { Entity, PrimaryColumn } from 'typeorm';

const seenBy = 'staff';

/** An article in one language, as the site shows it. */
@Entity({ schema: 'learning', name: 'article_text' })
export class ArticleText {
  @PrimaryColumn('uuid') articleId!: string;
  @PrimaryColumn('text') locale!: 'en' | 'es';
  @Text({ seenBy, max: 100, description: 'What it is called; it tells nothing to who looks over a shoulder.' })
  title!: string;
  @LongText({ seenBy, max: 300, description: 'What it is about, in one or two sentences.' }) summary!: string;
  @LongText({ seenBy, max: 300, description: 'What to know before reading on; it stands first.' }) note!: string;
  @Markdown({ seenBy, max: 20_000, description: 'The text, in Markdown.' }) body!: string;
  @SearchVector() searchVector?: string;
}
