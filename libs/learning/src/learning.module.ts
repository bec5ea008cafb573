import { Module } from '@nestjs/common';
import { ArticleResolver } from './articles/article.resolver.js';
import { ArticlesService } from './articles/articles.service.js';

@Module({ providers: [ArticleResolver, ArticlesService] })
export class LearningModule {}
