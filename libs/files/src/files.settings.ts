import { settings, type ValuesOf } from '@upstander/platform';
import { fileSettings } from './storage/file.settings.js';
import { uploadSettings } from './uploads/upload.settings.js';

export const filesSettings = settings.define({ ...fileSettings, ...uploadSettings });

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof filesSettings> {}
}
