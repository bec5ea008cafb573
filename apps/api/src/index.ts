export { createApi } from './create-api.js';
export { ApiDoor } from './site/ask-in-process.js';
