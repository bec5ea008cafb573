import { ObjectType } from '@nestjs/graphql';
import { SeenBy } from '@upstander/platform';
import { Session } from './session.entity.js';

@ObjectType('Session', { description: 'An active session in a browser.' })
export class MySession extends SeenBy(Session, 'owner') {}
