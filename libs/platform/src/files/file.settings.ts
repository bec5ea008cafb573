import { z } from 'zod';
import { setting, settingOf } from '../config/setting.js';
import { plainHttp } from '../config/production.js';

const address = ['FILES_S3_ENDPOINT', 'FILES_S3_BUCKET', 'FILES_S3_ACCESS_KEY_ID', 'FILES_S3_SECRET_ACCESS_KEY'];

export const fileSettings = {
  FILES_KEPT_IN: setting(
    z.enum(['database', 's3']).default('database'),
    'Where new files (pictures, documents, signed papers) are kept: in the database, or in a bucket that speaks S3. `upstander move-files` moves those that are there already. What is sealed is in the database in any case.',
    's3',
    { needs: (where) => (where === 's3' ? address : []) },
  ),
  FILES_S3_ENDPOINT: setting(
    settingOf
      .url('http:', 'https:')
      .transform((text) => text.replace(/\/+$/, ''))
      .optional(),
    'The address of the S3 service. It stays set as long as one file is still there, wherever new ones go.',
    'https://s3.eu-central-1.amazonaws.com',
    { connects: true, inProduction: plainHttp, needs: (url) => (url === undefined ? [] : address) },
  ),
  FILES_S3_BUCKET: setting(
    z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be a bucket name: 3 to 63 lowercase letters, digits, - and .')
      .optional(),
    'The bucket, private, of this installation alone.',
    'upstander-files',
  ),
  FILES_S3_REGION: setting(
    z
      .string()
      .regex(/^[\w-]{1,40}$/)
      .default('us-east-1'),
    'The region that requests are signed for; what a service of your own was told, or this.',
    'eu-central-1',
  ),
  FILES_S3_ACCESS_KEY_ID: setting(
    z.string().min(1).optional(),
    'Who asks: the id of an access key that may list this bucket, and get, put and delete its objects, and nothing else.',
    'upstander-files',
  ),
  FILES_S3_SECRET_ACCESS_KEY: setting(
    z.string().min(1).optional(),
    'The secret of that access key.',
    'what the service showed once, when the key was made',
    { secret: true },
  ),
  FILES_S3_PATH_STYLE: setting(
    settingOf.flag('true'),
    'Whether the bucket stands in the path (https://host/bucket/…), as every service understands it; false puts it before the host.',
    'false',
  ),
  FILES_S3_SECONDS: setting(
    settingOf.seconds(5),
    'How long the service may take to begin an answer, and between two parts of one, before a file is refused.',
    '5',
  ),
} as const;
