export { AdvocacyModule } from './advocacy.module.js';
