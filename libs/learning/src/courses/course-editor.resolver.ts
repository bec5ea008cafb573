import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@upstander/identity';
import { CourseEditor } from './course-editor.service.js';
import { CourseInput } from './course.input.js';
import { ManagedCourse, WrittenCourse } from './managed-course.js';

/** Writing courses. Whoever writes one decides who may take shifts: moderators and administrators. */
@Resolver(() => WrittenCourse)
export class CourseEditorResolver {
  constructor(private readonly editor: CourseEditor) {}

  @Query(() => [ManagedCourse], { description: 'All courses, on the site or not; at most 200.' })
  @Allow('organizer', 'moderator')
  manageCourses(): Promise<ManagedCourse[]> {
    return this.editor.list();
  }

  @Query(() => WrittenCourse, { description: 'One course, with its lessons and questions.' })
  @Allow('organizer', 'moderator')
  manageCourse(@Args('id', { type: () => ID }) id: string): Promise<WrittenCourse> {
    return this.editor.byId(id);
  }

  @Mutation(() => WrittenCourse, { description: 'Begins a course, as a draft.' })
  @Allow('moderator')
  createCourse(
    @Args('slug', { type: () => String, description: 'Its name in addresses; it stays.' }) slug: string,
    @Args('input') input: CourseInput,
  ): Promise<WrittenCourse> {
    return this.editor.create(slug, input);
  }

  @Mutation(() => WrittenCourse, {
    description: 'Changes a course. Other lessons are another edition: whoever is in the middle begins again.',
  })
  @Allow('moderator')
  updateCourse(@Args('id', { type: () => ID }) id: string, @Args('input') input: CourseInput): Promise<WrittenCourse> {
    return this.editor.update(id, input);
  }

  @Mutation(() => WrittenCourse, {
    description: 'Puts a course on the site, or takes it away; what was finished counts.',
  })
  @Allow('moderator')
  publishCourse(
    @Args('id', { type: () => ID }) id: string,
    @Args('published', { type: () => Boolean, defaultValue: true, description: 'False takes it away.' })
    published: boolean,
  ): Promise<WrittenCourse> {
    return this.editor.publish(id, published);
  }
}
