import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, Locale, type Actor, type LocaleName } from '@upstander/identity';
import { EmailPreview, EmailSummary, EmailTextInput, EmailWording, EmailWordingTest } from './email-wording.js';
import { EmailWordingService } from './email-wording.service.js';

const texts = { type: () => [EmailTextInput], description: 'New texts. Others keep their wording.' };

@Resolver(() => EmailWording)
export class EmailWordingResolver {
  constructor(private readonly wording: EmailWordingService) {}

  @Query(() => [EmailSummary], { description: 'All emails, with whether admins changed their texts.' })
  @Allow('admin')
  emailWordings(@CurrentActor() actor: Actor): Promise<EmailSummary[]> {
    return this.wording.list(actor);
  }

  @Query(() => EmailWording, { description: 'The texts of an email in one language.' })
  @Allow('admin')
  emailWording(
    @CurrentActor() actor: Actor,
    @Args('slug') slug: string,
    @Args('locale', { type: () => Locale }) locale: LocaleName,
  ): Promise<EmailWording> {
    return this.wording.find(actor, slug, locale);
  }

  @Query(() => EmailPreview, { description: 'An email with unsaved texts and example data.' })
  @Allow('admin')
  emailPreview(
    @Args('slug') slug: string,
    @Args('locale', { type: () => Locale }) locale: LocaleName,
    @Args('texts', texts) input: EmailTextInput[],
  ): Promise<EmailPreview> {
    return this.wording.preview(slug, locale, input);
  }

  @Mutation(() => EmailWording, {
    description: 'Changes texts of an email. All processes use them within seconds.',
  })
  @Allow('admin')
  updateEmailWording(
    @CurrentActor() actor: Actor,
    @Args('slug') slug: string,
    @Args('locale', { type: () => Locale }) locale: LocaleName,
    @Args('texts', texts) input: EmailTextInput[],
    @Args('version', { type: () => Int, description: 'Version that the changes are based on.' }) version: number,
  ): Promise<EmailWording> {
    return this.wording.update(actor, { slug, locale }, input, version);
  }

  @Mutation(() => EmailWordingTest, { description: 'Emails unsaved texts to the caller, with example data.' })
  @Allow('admin')
  testEmailWording(
    @CurrentActor() actor: Actor,
    @Args('slug') slug: string,
    @Args('locale', { type: () => Locale }) locale: LocaleName,
    @Args('texts', texts) input: EmailTextInput[],
  ): Promise<EmailWordingTest> {
    return this.wording.sendTest(actor, { slug, locale }, input);
  }
}
