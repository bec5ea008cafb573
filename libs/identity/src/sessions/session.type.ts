import { ObjectType } from '@nestjs/graphql';
import { SeenBy } from '@upstander/platform';
import { Session } from './session.entity.js';

@ObjectType('Session', { description: 'One browser somebody is signed in on.' })
export class MySession extends SeenBy(Session, 'owner') {}
