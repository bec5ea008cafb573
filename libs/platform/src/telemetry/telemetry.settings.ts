import { z } from 'zod';
import { setting, settingOf } from '../config/setting.js';

/** These names are standard in OpenTelemetry. */
export const telemetrySettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(
    settingOf.url('http:', 'https:').optional(),
    'Where traces and logs are sent by OpenTelemetry (OTLP over HTTP), such as a collector of yours; not set, nothing is sent and nothing of it is loaded.',
    'http://127.0.0.1:4318',
    { connects: true },
  ),
  OTEL_EXPORTER_OTLP_HEADERS: setting(
    z.string().default(''),
    'Headers for that address, such as a key, as name=value with commas between them.',
    'authorization=Bearer abc',
    { secret: true },
  ),
  OTEL_SERVICE_NAME: setting(
    settingOf.line().min(1).default('upstander'),
    'What this installation is called there; the program (api, worker) is said beside it.',
    'upstander',
  ),
  OTEL_TRACES_EXPORTER: setting(z.enum(['otlp', 'none']).default('otlp'), 'Whether traces are sent.', 'otlp'),
  OTEL_LOGS_EXPORTER: setting(
    z.enum(['otlp', 'none']).default('otlp'),
    'Whether the lines of the log are sent as well; standard output has them in any case.',
    'none',
  ),
  OTEL_TRACES_SAMPLER_ARG: setting(
    z.coerce.number().min(0).max(1).default(1),
    'Which part of all traces is kept: 1 is every one, 0.1 is one in ten.',
    '0.1',
  ),
} as const;
