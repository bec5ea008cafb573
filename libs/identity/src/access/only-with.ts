import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { FeatureName } from '../features/feature.js';

export const featureKey = 'upstander:feature';

/** Refuses an operation, or all operations of a class, in installations that switched the feature off. */
export const OnlyWith = (feature: FeatureName): CustomDecorator => SetMetadata(featureKey, feature);
