import { referencePages } from '../../tools/docs-site/reference.mjs';

/** A page of the reference for each noun, made from schema.graphql when the site is built. */
export default {
  paths: () => referencePages().map(({ page, title, content }) => ({ params: { noun: page, title }, content })),
};
