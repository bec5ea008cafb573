import { Article } from './articles/article.entity.js';
import { ArticleText } from './articles/article-text.entity.js';

export const learningEntities = [Article, ArticleText];
