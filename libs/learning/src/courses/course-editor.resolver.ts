import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area } from '@upstander/identity';
import { CourseEditor } from './course-editor.service.js';
import { CourseInput } from './course.input.js';
import { ManagedCourse, ManagedCourseDetails } from './managed-course.js';

/** Editors decide who can take shifts, so this requires moderators or admins. */
@Area('courses')
@Resolver(() => ManagedCourseDetails)
export class CourseEditorResolver {
  constructor(private readonly editor: CourseEditor) {}

  @Query(() => [ManagedCourse], { description: 'All courses, published or not; at most 200.' })
  @Allow('organizer', 'moderator')
  manageCourses(): Promise<ManagedCourse[]> {
    return this.editor.list();
  }

  @Query(() => ManagedCourseDetails, { description: 'A single course, with lessons and questions.' })
  @Allow('organizer', 'moderator')
  manageCourse(@Args('id', { type: () => ID }) id: string): Promise<ManagedCourseDetails> {
    return this.editor.byId(id);
  }

  @Mutation(() => ManagedCourseDetails, { description: 'Creates a course as a draft.' })
  @Allow('moderator')
  createCourse(
    @Args('slug', { type: () => String, description: 'Slug used in page URLs; cannot be changed.' }) slug: string,
    @Args('input') input: CourseInput,
  ): Promise<ManagedCourseDetails> {
    return this.editor.create(slug, input);
  }

  @Mutation(() => ManagedCourseDetails, {
    description: 'Updates a course. Changing its lessons creates a new edition, and learners in progress start over.',
  })
  @Allow('moderator')
  updateCourse(
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: CourseInput,
  ): Promise<ManagedCourseDetails> {
    return this.editor.update(id, input);
  }

  @Mutation(() => ManagedCourseDetails, {
    description: 'Publishes a course, or removes it from the site. Completed courses still count.',
  })
  @Allow('moderator')
  publishCourse(
    @Args('id', { type: () => ID }) id: string,
    @Args('published', { type: () => Boolean, defaultValue: true, description: 'True to publish, false to remove.' })
    published: boolean,
  ): Promise<ManagedCourseDetails> {
    return this.editor.publish(id, published);
  }
}
