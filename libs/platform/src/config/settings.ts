import type { z } from 'zod';
import { Registry } from '../registry/registry.js';
import { apiSettings } from './api.settings.js';
import { organisationSettings } from './organisation.settings.js';
import { platformSettings } from './platform.settings.js';
import type { Setting } from './setting.js';
import { fileSettings } from '../files/file.settings.js';
import { uploadSettings } from '../uploads/upload.settings.js';
import { telemetrySettings } from '../telemetry/telemetry.settings.js';

/**
 * Every setting there is, each defined by the library that reads it. `docs/configuration.md` is printed from them;
 * nothing else reads the environment.
 */
export const settings = new Registry<Setting>('setting');

/** What a group of settings is once it is read. */
export type ValuesOf<Group extends Readonly<Record<string, Setting>>> = {
  [Name in keyof Group]: z.output<Group[Name]['schema']>;
};

/** The values of all settings by name; every library adds its own. */
export interface Settings
  extends
    ValuesOf<typeof platformSettings>,
    ValuesOf<typeof organisationSettings>,
    ValuesOf<typeof apiSettings>,
    ValuesOf<typeof fileSettings>,
    ValuesOf<typeof uploadSettings>,
    ValuesOf<typeof telemetrySettings> {}

settings.define(platformSettings);
settings.define(organisationSettings);
settings.define(apiSettings);
settings.define(fileSettings);
settings.define(uploadSettings);
settings.define(telemetrySettings);
