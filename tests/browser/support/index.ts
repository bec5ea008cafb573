export * from './axe.js';
export * from './business.js';
export * from './campaign.js';
export * from './checkout.js';
export * from './chromium.js';
export * from './front-door.js';
export * from './screenshots.js';
export * from './volunteer.js';
