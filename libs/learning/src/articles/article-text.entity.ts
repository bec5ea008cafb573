import { LongText, Markdown, SearchVector, Text, NoPersonalData } from '@upstander/platform';
import { Entity, PrimaryColumn } from 'typeorm';

const seenBy = 'staff';

/** An article in one language, as shown on the site. */
@NoPersonalData('locale title summary note body')
@Entity({ schema: 'learning', name: 'article_text' })
export class ArticleText {
  @PrimaryColumn('uuid') articleId!: string;
  @PrimaryColumn('text') locale!: 'en' | 'es';
  @Text({
    seenBy,
    max: 100,
    description: 'Title. It does not reveal a sensitive topic to someone looking at the screen.',
  })
  title!: string;
  @LongText({ seenBy, max: 300, description: 'Summary in one or two sentences.' }) summary!: string;
  @LongText({ seenBy, max: 300, description: 'Note shown before the text.' }) note!: string;
  @Markdown({ seenBy, max: 20_000, description: 'The text, in Markdown.' }) body!: string;
  @SearchVector() searchVector?: string;
}
