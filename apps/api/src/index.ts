export { logRequests } from './http/request-log.js';
export { colorsPath } from './site/site-organization.js';
export { createApiProgram, type ApiProgram } from './api-program.js';
export { createApi } from './create-api.js';
export { InProcessApi } from './site/ask-in-process.js';
