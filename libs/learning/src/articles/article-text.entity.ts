import { LongText, Markdown, Text } from '@upstander/platform';
import { Entity, PrimaryColumn } from 'typeorm';

/** An article in one language. */
@Entity({ schema: 'learning', name: 'article_text' })
export class ArticleText {
  @PrimaryColumn('uuid') articleId!: string;
  @PrimaryColumn('text') locale!: 'en' | 'es';
  @Text({ max: 100, required: true }) title!: string;
  @LongText({ max: 300, required: true }) summary!: string;
  @LongText({ max: 300, required: true }) note!: string;
  @Markdown({ max: 20_000 }) body!: string;
}
