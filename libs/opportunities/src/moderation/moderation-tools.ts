import { Injectable } from '@nestjs/common';
import { ListingAccess } from '../listings/listing-access.js';
import { ListingSteps } from '../listings/listing-steps.js';
import { ListingPost } from '../listings/mails/listing-post.js';

/** What deciding about a listing shares. */
@Injectable()
export class ModerationTools {
  constructor(
    readonly access: ListingAccess,
    readonly steps: ListingSteps,
    readonly post: ListingPost,
  ) {}
}
